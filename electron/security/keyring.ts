import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Ids } from '#electron/platform/ids.ts'
import { StoreError } from '#electron/store/store-error.ts'
import { isId, type PersonId } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { isAtLeast, type Kdf, type KdfParams } from './kdf.ts'
import { isGenuine, readKeyring, requireNewest, writeKeyring, type Keyring, type KeyringBody, type Slot } from './keyring-file.ts'
import { clearFailures } from './lockout.ts'
import { entropyOfWords, newRecoveryWords } from './recovery-words.ts'
import { newOneTimeCode, normalName, openPersonSlot, openRecoverySlot, personSlot, recoverySlot, resealed } from './slots.ts'

export { hasProfile, readKeyring, type Keyring } from './keyring-file.ts'

/** The key of an open profile. Lives in the core process only; `dispose` zeroes it. */
export class UnlockedKeyring {
  readonly folder: string
  /** Who opened it; `null` for the recovery key and for a demo. */
  readonly personId: PersonId | null
  /** A one-time code was used: a passphrase must be chosen before anything else. */
  readonly mustChange: boolean
  readonly #dataKey: Buffer
  #isDisposed = false
  #body: KeyringBody

  constructor(keyring: Pick<Keyring, 'folder' | 'body'>, dataKey: Buffer, slot: Pick<Slot, 'personId' | 'mustChange'> | null) {
    this.folder = keyring.folder
    this.#body = keyring.body
    this.#dataKey = dataKey
    const personId = slot?.personId ?? null
    this.personId = personId !== null && isId('person', personId) ? personId : null
    this.mustChange = slot?.mustChange ?? false
  }

  /** The key itself, not a copy. Throws `key-given-up` after `dispose`: zeros must never seal anything. */
  get dataKey(): Buffer {
    if (this.#isDisposed) throw new StoreError({ kind: 'key-given-up' })
    return this.#dataKey
  }

  get body(): KeyringBody { return this.#body }
  get profileId(): string { return this.#body.profileId }
  get generation(): number { return this.#body.generation }
  get isDemo(): boolean { return this.#body.demoKey !== null }
  get storeFile(): string { return path.join(this.folder, this.#body.storeFile) }
  get anchorFile(): string { return anchorOf(this.storeFile) }

  /**
   * Writes the key file with other slots. The old generation is forgotten when a secret was replaced. Throws `key-given-up` and writes nothing
   * when this keyring was disposed or the key file belongs to a newer data key.
   */
  replaceSlots(slots: readonly Slot[], options: { forget: boolean }): void {
    requireNewest(this.folder, this.#body)
    this.#body = writeKeyring(this.folder, { ...this.#body, slots: [...slots] }, this.dataKey, options).body
  }

  dispose(): void {
    this.#isDisposed = true
    this.#dataKey.fill(0)
  }
}

export type NewPerson = { readonly personId: PersonId; readonly signInName: string; readonly passphrase: string }
export type NewKeyring = { readonly folder: string; readonly kdf: Kdf; readonly ids: Ids; readonly at: Instant; readonly people: readonly NewPerson[] }

/**
 * Makes the keys of a new profile in memory: a random data key, a slot a person, a slot for the recovery key.
 * Nothing is written: `create-profile.ts` makes the database first and lets the key file be born last.
 */
export async function newKeyring({ folder, kdf, ids, at, people }: NewKeyring): Promise<{ unlocked: UnlockedKeyring; recoveryWords: readonly string[] }> {
  const dataKey = randomBytes(32)
  const body = emptyBody(ids, await kdf.calibrate())
  const slots: Slot[] = []
  for (const { personId, signInName, passphrase } of people) {
    slots.push(await personSlot(body, kdf, dataKey, ids.next('slot'), { personId, signInName, secret: passphrase, mustChange: false, at }))
  }
  const { entropy, words } = newRecoveryWords()
  slots.push(recoverySlot(body, dataKey, ids.next('slot'), entropy, at))
  entropy.fill(0)
  return { unlocked: new UnlockedKeyring({ folder, body: { ...body, slots } }, dataKey, { personId: people[0]?.personId ?? null, mustChange: false }), recoveryWords: words }
}

/** The keys of a profile of synthetic patients: no passphrase, and the file says so. */
export function newDemoKeyring({ folder, kdf, ids }: Pick<NewKeyring, 'folder' | 'kdf' | 'ids'>): UnlockedKeyring {
  const dataKey = randomBytes(32)
  return new UnlockedKeyring({ folder, body: { ...emptyBody(ids, kdf.floor), demoKey: dataKey.toString('base64') } }, dataKey, null)
}

/** Opens a demo without a passphrase; every other profile is refused. */
export function unlockDemo(folder: string): UnlockedKeyring {
  const keyring = readKeyring(folder)
  if (keyring.body.demoKey === null) throw new StoreError({ kind: 'not-a-demo' })
  return new UnlockedKeyring(keyring, Buffer.from(keyring.body.demoKey, 'base64'), null)
}

/** The open profile, `null` when the passphrase is wrong or nobody has that name: both cost one derivation. */
export async function unlockWithPassphrase(keyring: Keyring, kdf: Kdf, signInName: string, passphrase: string): Promise<UnlockedKeyring | null> {
  const { body } = keyring
  requireStrong(body.kdf, kdf)
  const wanted = normalName(signInName)
  const slot = body.slots.find(({ kind, signInName: name }) => kind === 'person' && name !== null && normalName(name) === wanted)
  const dataKey = await openPersonSlot(body, kdf, slot ?? decoy(body), passphrase)
  return dataKey === null || slot === undefined ? null : genuine(keyring, dataKey, slot)
}

/** The open profile, `null` when the words are not those of the printed page. */
export function unlockWithRecovery(keyring: Keyring, words: readonly string[]): UnlockedKeyring | null {
  const entropy = entropyOfWords(words)
  if (entropy === null) return null
  for (const slot of keyring.body.slots) {
    const dataKey = slot.kind === 'recovery' ? openRecoverySlot(keyring.body, slot, entropy) : null
    if (dataKey !== null) return genuine(keyring, dataKey, slot)
  }
  return null
}

/**
 * Gives a person a way in by a one-time code, which is returned and stands nowhere else. For somebody new, and for a reset: an earlier
 * slot of the same person is replaced. Nobody sets a lasting passphrase for somebody else.
 */
export async function addPerson(
  unlocked: UnlockedKeyring, deps: { kdf: Kdf; ids: Ids }, { personId, signInName, at }: { personId: PersonId; signInName: string; at: Instant },
): Promise<string> {
  const code = newOneTimeCode()
  const slot = await personSlot(unlocked.body, deps.kdf, unlocked.dataKey, deps.ids.next('slot'), { personId, signInName, secret: code, mustChange: true, at })
  unlocked.replaceSlots([...unlocked.body.slots.filter(other => other.personId !== personId), slot], { forget: true })
  clearFailures(unlocked.folder, signInName)
  return code
}

/** Replaces a person's passphrase. False, and nothing changed, when the current one is wrong. */
export async function changePassphrase(
  unlocked: UnlockedKeyring, deps: { kdf: Kdf; ids: Ids }, { personId, current, next, at }: { personId: PersonId; current: string; next: string; at: Instant },
): Promise<boolean> {
  const slot = unlocked.body.slots.find(other => other.personId === personId)
  if (slot === undefined || slot.signInName === null) return false
  const opened = await openPersonSlot(unlocked.body, deps.kdf, slot, current)
  opened?.fill(0)
  if (opened === null) return false
  const replaced = await personSlot(unlocked.body, deps.kdf, unlocked.dataKey, deps.ids.next('slot'), { personId, signInName: slot.signInName, secret: next, mustChange: false, at })
  unlocked.replaceSlots([...unlocked.body.slots.filter(other => other.personId !== personId), replaced], { forget: true })
  return true
}

/** Makes a new recovery key; the page printed before is worthless from now on. */
export function newRecoveryKey(unlocked: UnlockedKeyring, deps: { ids: Ids }, at: Instant): readonly string[] {
  const { entropy, words } = newRecoveryWords()
  const slot = recoverySlot(unlocked.body, unlocked.dataKey, deps.ids.next('slot'), entropy, at)
  entropy.fill(0)
  unlocked.replaceSlots([...unlocked.body.slots.filter(({ kind }) => kind !== 'recovery'), slot], { forget: true })
  return words
}

/** True when the words open this profile: the set-up asks for them once, so that a page copied wrongly is found while it can be copied again. */
export function isRecoveryKey(unlocked: UnlockedKeyring, words: readonly string[]): boolean {
  const entropy = entropyOfWords(words)
  return entropy !== null && unlocked.body.slots.some(slot => slot.kind === 'recovery' && openRecoverySlot(unlocked.body, slot, entropy)?.equals(unlocked.dataKey))
}

/** The body of the next generation: another data key, another database, without the person who leaves. Nothing is written. */
export function nextGeneration(unlocked: UnlockedKeyring, dataKey: Uint8Array, storeFile: string, without: readonly PersonId[]): KeyringBody {
  const profile = { ...unlocked.body, generation: unlocked.generation + 1 }
  const slots = unlocked.body.slots.filter(({ personId }) => !without.some(gone => gone === personId)).map(slot => resealed(profile, slot, dataKey))
  return { ...profile, storeFile, slots, demoKey: unlocked.isDemo ? Buffer.from(dataKey).toString('base64') : null }
}

/** The people who have a way in of their own. */
export function peopleWithSlots({ body }: UnlockedKeyring): readonly PersonId[] {
  return body.slots.flatMap(({ personId }) => (personId !== null && isId('person', personId) ? [personId] : []))
}

/** A fresh name for a database file: never the name of one that was here before. */
export function newStoreName(generation: number): string {
  return `store-${generation}-${randomBytes(6).toString('hex')}.db`
}

export function anchorOf(storeFile: string): string {
  return storeFile.replace(/\.db$/, '.anchor')
}

function emptyBody(ids: Ids, kdf: KdfParams): KeyringBody {
  return { format: 1, profileId: ids.next('profile'), generation: 1, storeFile: newStoreName(1), kdf, slots: [], demoKey: null }
}

// Verified by whoever has just opened it: a slot smuggled into the file would otherwise receive the next data key.
function genuine(keyring: Keyring, dataKey: Buffer, slot: Slot): UnlockedKeyring {
  if (isGenuine(keyring, dataKey)) return new UnlockedKeyring(keyring, dataKey, slot)
  dataKey.fill(0)
  throw new StoreError({ kind: 'key-file-damaged' })
}

function requireStrong(stored: KdfParams, kdf: Kdf): void {
  if (!isAtLeast(stored, kdf.floor)) throw new StoreError({ kind: 'key-file-weakened' })
}

// A slot nobody's passphrase opens: an unknown name costs exactly what a wrong passphrase costs.
function decoy(body: KeyringBody): Slot {
  const [model] = body.slots
  return {
    id: 'nobody', kind: 'person', personId: null, signInName: null, mustChange: false, salt: Buffer.from(body.profileId).toString('base64'),
    publicKey: model?.publicKey ?? '', privateKey: model?.privateKey ?? '', dataKey: model?.dataKey ?? { ephemeral: '', box: '' }, madeAt: '',
  }
}
