import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensurePrivateFolder, syncFile, syncFolder } from '#electron/platform/files.ts'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { anchorOf, newStoreName, readKeyring, unlockWithPassphrase, unlockWithRecovery, type UnlockedKeyring } from '#electron/security/keyring.ts'
import type { Kdf } from '#electron/security/kdf.ts'
import { hasProfile, writeKeyring } from '#electron/security/keyring-file.ts'
import { Anchor } from './anchor.ts'
import type { RestoreSecret } from '#electron/security/sign-in.ts'
import { activeRoleOf } from './queries/accounts/people.ts'
import { isSealed, readBackup, type FoundBackup } from './backup-manifest.ts'
import { examine, sha256OfFile } from './examine-copy.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'
import { StoreError } from './store-error.ts'
import { Statements, readDb } from './statements.ts'

/** Whose secret opened the backup: the printed words, or a person with the role the backup knows them by (`null`: it does not know them). */
export type RestoredBy = { readonly kind: 'recovery' } | { readonly kind: 'person'; readonly personId: PersonId; readonly role: string | null }

export type RestoreRequest = {
  readonly backup: string
  readonly profile: string
  readonly secret: RestoreSecret
  readonly kdf: Kdf
  readonly at: Instant
  /** Whether this person may put a backup over what is in the profile; asked before anything is switched. */
  readonly mayReplace: (by: RestoredBy) => boolean
}

/** `wrong-secret`: the passphrase or the words do not open this backup. It opens with the passphrases of its day. */
export type RestoreAnswer =
  | { readonly kind: 'restored'; readonly backup: FoundBackup; readonly setAside: string | null; readonly by: RestoredBy }
  | { readonly kind: 'not-allowed'; readonly by: RestoredBy }
  | { readonly kind: 'wrong-secret' }

/**
 * Puts a backup in the place of the store, onto an empty machine or over what is there. The copy is opened and compared with what the
 * backup says before anything changes; the switch is one rename of the key file. What stood there is set aside, never deleted.
 *
 * Nobody may have the profile open.
 */
export async function restoreBackup({ backup: place, profile, secret, kdf, at, mayReplace }: RestoreRequest): Promise<RestoreAnswer> {
  const backup = readBackup(place)
  if (backup === null || sha256OfFile(path.join(place, backup.storeFile)) !== backup.sha256) throw new StoreError({ kind: 'backup-unusable' })
  if (backup.schemaVersion > migrations.length) throw new StoreError({ kind: 'newer-version', found: backup.schemaVersion, supported: migrations.length })
  const unlocked = await open(place, secret, kdf)
  if (unlocked === null) return { kind: 'wrong-secret' }
  try {
    const { name: _name, folder: _folder, ...manifest } = backup
    if (!isSealed(manifest, unlocked.dataKey)) throw new StoreError({ kind: 'backup-unusable' })
    ensurePrivateFolder(profile)
    const { file, by } = bringIn(backup, unlocked, profile)
    if (hasProfile(profile) && !mayReplace(by)) {
      remove(file)
      return { kind: 'not-allowed', by }
    }
    return { kind: 'restored', backup, setAside: switchTo(file, unlocked, profile, at), by }
  } finally {
    unlocked.dispose()
  }
}

async function open(place: string, secret: RestoreSecret, kdf: Kdf): Promise<UnlockedKeyring | null> {
  const keyring = readKeyring(place)
  return secret.kind === 'recovery' ? unlockWithRecovery(keyring, secret.words) : unlockWithPassphrase(keyring, kdf, secret.signInName, secret.passphrase)
}

/** Copies database and anchor into the profile under names that were never used, and proves the copy. */
function bringIn(backup: FoundBackup, unlocked: UnlockedKeyring, profile: string): { file: string; by: RestoredBy } {
  const file = path.join(profile, newStoreName(unlocked.generation))
  const anchorFile = path.join(backup.folder, path.basename(unlocked.anchorFile))
  try {
    copyFileSync(path.join(backup.folder, backup.storeFile), file, constants.COPYFILE_EXCL)
    copyFileSync(anchorFile, anchorOf(file), constants.COPYFILE_EXCL)
    for (const each of [file, anchorOf(file)]) syncFile(each)
    return { file, by: prove(file, unlocked, backup) }
  } catch (error) {
    remove(file)
    throw error instanceof StoreError && error.kind !== 'damaged' ? error : new StoreError({ kind: 'backup-unusable' }, { cause: error })
  }
}

function remove(file: string): void {
  for (const each of [file, anchorOf(file)]) rmSync(each, { force: true })
}

function prove(file: string, { dataKey: key, personId }: UnlockedKeyring, backup: FoundBackup): RestoredBy {
  const connection = openDatabase({ file, key, use: 'copy', cacheKiB: 8_192 })
  try {
    const db = readDb(new Statements(connection))
    const facts = examine(db, file)
    const anchor = new Anchor(anchorOf(file), key)
    const point = anchor.read()
    anchor.close()
    const isAnchored = typeof point === 'object' && point.count === facts.auditCount
    if (facts.quickCheck !== 'ok' || facts.auditCount !== backup.auditCount || facts.auditHash !== backup.auditHash || !isAnchored) throw new StoreError({ kind: 'backup-unusable' })
    return personId === null ? { kind: 'recovery' } : { kind: 'person', personId, role: activeRoleOf(db, personId) }
  } finally {
    connection.close()
  }
}

function switchTo(file: string, unlocked: UnlockedKeyring, profile: string, at: Instant): string | null {
  const aside = hasProfile(profile) ? path.join(profile, 'set-aside', at.replaceAll(/[-:.]/g, '')) : null
  const old = readdirSync(profile).filter(name => /^store-.*\.(db|db-wal|db-shm|anchor)$/.test(name) && !name.startsWith(path.basename(file, '.db')))
  if (aside !== null) {
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    for (const name of ['keyring.json', 'keyring.previous.json']) if (existsSync(path.join(profile, name))) copyFileSync(path.join(profile, name), path.join(aside, name))
    syncFolder(aside)
  }
  syncFolder(profile)
  writeKeyring(profile, { ...unlocked.body, storeFile: path.basename(file) }, unlocked.dataKey, { forget: true })
  // Only now: until the key file named the new database, the old one was the profile.
  if (aside !== null) for (const name of old) renameSync(path.join(profile, name), path.join(aside, name))
  return aside
}
