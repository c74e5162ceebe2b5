import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { readIfPresent, writeFileSafely } from '#electron/platform/files.ts'
import { StoreError } from '#electron/store/store-error.ts'

const Sealed = z.strictObject({ ephemeral: z.string(), box: z.string() })

/** One way in: a person's passphrase or one-time code, or the recovery key. */
const Slot = z.strictObject({
  id: z.string(),
  kind: z.literal(['person', 'recovery']),
  personId: z.string().nullable(),
  signInName: z.string().nullable(),
  /** The secret is a one-time code: a passphrase must be chosen before anything else. */
  mustChange: z.boolean(),
  salt: z.string(),
  publicKey: z.string(),
  privateKey: z.string(),
  dataKey: Sealed,
  madeAt: z.string(),
})
export type Slot = Readonly<z.output<typeof Slot>>

const Kdf = z.strictObject({ algorithm: z.literal('argon2id'), memoryKiB: z.int().min(1).max(2_097_152), iterations: z.int().min(1).max(1_000), parallelism: z.int().min(1).max(16) })

const Body = z.strictObject({
  format: z.literal(1),
  profileId: z.string(),
  /** Counts the data keys this profile has had; each rotation makes the next. */
  generation: z.int().positive(),
  /** Name of the database in the same folder: renaming this file is the one step that switches to another database. */
  storeFile: z.string().regex(/^store-[A-Za-z0-9-]+\.db$/),
  kdf: Kdf,
  slots: z.array(Slot),
  /** A demo's data key lies open: its patients are synthetic and it protects nothing. `null` in every real profile. */
  demoKey: z.string().nullable(),
})
export type KeyringBody = Readonly<z.output<typeof Body>>

const KeyFile = z.strictObject({ body: Body, mac: z.string(), checksum: z.string() })

export const CURRENT = 'keyring.json'
const PREVIOUS = 'keyring.previous.json'

/** What was read, and whether only the older of the two generations could be. */
export type Keyring = { readonly folder: string; readonly body: KeyringBody; readonly mac: string; readonly isPrevious: boolean }

/** True when a profile lives in the folder, whatever state it is in. A damaged one is never taken for none. */
export function hasProfile(folder: string): boolean {
  return readIfPresent(path.join(folder, CURRENT)) !== null || readIfPresent(path.join(folder, PREVIOUS)) !== null
}

/** The newest generation that is whole. Throws `key-file-missing` or `key-file-damaged`; changes nothing. */
export function readKeyring(folder: string): Keyring {
  const files = [CURRENT, PREVIOUS].map(name => readIfPresent(path.join(folder, name)))
  if (files.every(file => file === null)) throw new StoreError({ kind: 'key-file-missing', path: path.join(folder, CURRENT) })
  for (const [i, bytes] of files.entries()) {
    const file = bytes === null ? null : parse(bytes)
    if (file !== null) return { folder, body: file.body, mac: file.mac, isPrevious: i > 0 }
  }
  throw new StoreError({ kind: 'key-file-damaged' })
}

/** The key file at that place when it is whole, else `null`. */
export function readKeyFile(file: string): Pick<Keyring, 'body' | 'mac'> | null {
  const bytes = readIfPresent(file)
  return bytes === null ? null : parse(bytes)
}

/** Throws `key-given-up` when the folder's key file is that of another profile or of another data key than `body`: a stale keyring must not be written over it. */
export function requireNewest(folder: string, { profileId, generation, storeFile }: KeyringBody): void {
  const { body } = readKeyring(folder)
  if (body.profileId !== profileId || body.generation !== generation || body.storeFile !== storeFile) throw new StoreError({ kind: 'key-given-up' })
}

/** Makes the older file a second copy of the newest one, when a crash kept a switch to another database from doing so. */
export function settleKeyFiles(folder: string): void {
  const [current, previous] = [CURRENT, PREVIOUS].map(name => readIfPresent(path.join(folder, name)))
  const [newest, older] = [current, previous].map(bytes => (bytes instanceof Buffer ? parse(bytes) : null))
  if (current instanceof Buffer && newest && newest.body.storeFile !== older?.body.storeFile) writeFileSafely(path.join(folder, PREVIOUS), current)
}

/**
 * Writes the next generation; the one before is kept beside it.
 *
 * With `forget` the older file becomes a second copy of the new one: after a passphrase was replaced or the data key rotated, what the
 * generation before would open must not be openable by it any more.
 */
export function writeKeyring(folder: string, body: KeyringBody, dataKey: Uint8Array, options: { forget: boolean }): Keyring {
  const mac = macOf(body, dataKey)
  const text = JSON.stringify({ body, mac, checksum: checksumOf(body, mac) }, null, 1)
  const before = readIfPresent(path.join(folder, CURRENT))
  if (before !== null && !options.forget && parse(before) !== null) writeFileSafely(path.join(folder, PREVIOUS), before)
  writeFileSafely(path.join(folder, CURRENT), text)
  if (before === null || options.forget) writeFileSafely(path.join(folder, PREVIOUS), text)
  return { folder, body, mac, isPrevious: false }
}

/** True when the file was written by someone who had the data key: a slot smuggled in, or a swapped public key, fails here. */
export function isGenuine(keyring: Pick<Keyring, 'body' | 'mac'>, dataKey: Uint8Array): boolean {
  const expected = Buffer.from(macOf(keyring.body, dataKey))
  const found = Buffer.from(keyring.mac)
  return expected.length === found.length && timingSafeEqual(expected, found)
}

function macOf(body: KeyringBody, dataKey: Uint8Array): string {
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'caseboard keyring 1', 32))
  return createHmac('sha256', key).update(JSON.stringify(Body.parse(body))).digest('hex')
}

// Not a protection, only a way to tell a damaged file from a whole one before anybody has a key.
function checksumOf(body: KeyringBody, mac: string): string {
  return createHash('sha256').update(JSON.stringify(Body.parse(body))).update(mac).digest('hex')
}

function parse(bytes: Buffer): z.output<typeof KeyFile> | null {
  try {
    const file = KeyFile.parse(JSON.parse(bytes.toString('utf8')))
    return checksumOf(file.body, file.mac) === file.checksum ? file : null
  } catch {
    return null
  }
}
