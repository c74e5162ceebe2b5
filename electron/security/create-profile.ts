import type { Instant } from '#shared/kernel/instant.ts'
import { ensurePrivateFolder } from '#electron/platform/files.ts'
import type { Ids } from '#electron/platform/ids.ts'
import { Store } from '#electron/store/store.ts'
import { StoreError } from '#electron/store/store-error.ts'
import type { Kdf } from './kdf.ts'
import { newDemoKeyring, newKeyring, type NewPerson, type UnlockedKeyring } from './keyring.ts'
import { hasProfile, writeKeyring } from './keyring-file.ts'

export type NewProfile = {
  readonly folder: string
  readonly kdf: Kdf
  readonly ids: Ids
  readonly at: Instant
  /** The first people, each with a passphrase that passed the rules. */
  readonly people: readonly NewPerson[]
  /** Writes facility, units and people into the new store, each audited. */
  readonly fill: (store: Store) => void
}

/**
 * Makes a profile: keys in memory, database, first rows, then the key file. A crash before the last step leaves no profile, only files no
 * key file names. Throws when a profile is there already.
 */
export async function createProfile(options: NewProfile): Promise<{ unlocked: UnlockedKeyring; recoveryWords: readonly string[] }> {
  refuseExisting(options.folder)
  ensurePrivateFolder(options.folder)
  const { unlocked, recoveryWords } = await newKeyring(options)
  writeProfile(unlocked, options)
  return { unlocked, recoveryWords }
}

/** Makes a profile of synthetic patients that opens without a passphrase and says so in its key file. */
export function createDemoProfile(options: Omit<NewProfile, 'people'>): UnlockedKeyring {
  refuseExisting(options.folder)
  ensurePrivateFolder(options.folder)
  const unlocked = newDemoKeyring(options)
  writeProfile(unlocked, options)
  return unlocked
}

// Without a pause from the question to the key file: another set-up may have finished while the keys were derived.
function writeProfile(unlocked: UnlockedKeyring, { folder, at, fill }: Pick<NewProfile, 'folder' | 'at' | 'fill'>): void {
  refuseExisting(folder)
  const store = Store.create({ file: unlocked.storeFile, anchorFile: unlocked.anchorFile, key: unlocked.dataKey, at })
  try {
    fill(store)
  } finally {
    store.close()
  }
  writeKeyring(folder, unlocked.body, unlocked.dataKey, { forget: true })
}

function refuseExisting(folder: string): void {
  if (hasProfile(folder)) throw new StoreError({ kind: 'set-up-already' })
}
