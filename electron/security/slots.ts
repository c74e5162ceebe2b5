import { hkdfSync, randomBytes } from 'node:crypto'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { decrypt, encrypt, newSlotKeys, seal, unseal } from './boxes.ts'
import type { Kdf, KdfParams } from './kdf.ts'
import type { KeyringBody, Slot } from './keyring-file.ts'

const SALT_BYTES = 16
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_GROUPS = 4
const CODE_GROUP_LENGTH = 4

type Profile = Pick<KeyringBody, 'profileId' | 'generation' | 'kdf'>
type NewPersonSlot = { readonly personId: PersonId; readonly signInName: string; readonly secret: string; readonly mustChange: boolean; readonly at: Instant }

/** A way in for a person. `slotId` is any fresh id. */
export async function personSlot(profile: Profile, kdf: Kdf, dataKey: Uint8Array, slotId: string, person: NewPersonSlot): Promise<Slot> {
  const salt = randomBytes(SALT_BYTES).toString('base64')
  const shape = { id: slotId, kind: 'person', personId: person.personId, signInName: person.signInName, mustChange: person.mustChange, salt, madeAt: person.at } as const
  const key = await kdf.derive({ secret: secretOf(shape, person.secret), salt: Buffer.from(salt, 'base64'), params: profile.kdf })
  return wrap(profile, shape, key, dataKey)
}

/** The way in of the printed page. Its 256 random bits need no stretching. */
export function recoverySlot(profile: Profile, dataKey: Uint8Array, slotId: string, entropy: Uint8Array, at: Instant): Slot {
  const salt = randomBytes(SALT_BYTES).toString('base64')
  const shape = { id: slotId, kind: 'recovery', personId: null, signInName: null, mustChange: false, salt, madeAt: at } as const
  return wrap(profile, shape, recoveryKey(entropy, salt), dataKey)
}

/** The data key, `null` when the passphrase is not the slot's. */
export async function openPersonSlot(profile: Profile, kdf: Kdf, slot: Slot, passphrase: string): Promise<Buffer | null> {
  const key = await kdf.derive({ secret: secretOf(slot, passphrase), salt: Buffer.from(slot.salt, 'base64'), params: profile.kdf })
  return open(profile, slot, key)
}

export function openRecoverySlot(profile: Profile, slot: Slot, entropy: Uint8Array): Buffer | null {
  return open(profile, slot, recoveryKey(entropy, slot.salt))
}

/** The same way in to another data key: needs only the slot's public half, so nobody has to be asked. */
export function resealed(profile: Profile, slot: Slot, dataKey: Uint8Array): Slot {
  return { ...slot, dataKey: seal(slot.publicKey, dataKey, sealContext(profile, slot.id)) }
}

/** Sixteen characters of 80 random bits, without the letters that look like figures: `K7QM-2H8P-XW4T-9C3D`. */
export function newOneTimeCode(): string {
  const characters = [...randomBytes(CODE_GROUPS * CODE_GROUP_LENGTH)].map(byte => CODE_ALPHABET[byte % CODE_ALPHABET.length] ?? '0')
  return Array.from({ length: CODE_GROUPS }, (_, i) => characters.slice(i * CODE_GROUP_LENGTH, (i + 1) * CODE_GROUP_LENGTH).join('')).join('-')
}

/** Names are compared without regard to case, width and outer blanks. */
export function normalName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

function wrap(profile: Profile, shape: Omit<Slot, 'publicKey' | 'privateKey' | 'dataKey'>, key: Buffer, dataKey: Uint8Array): Slot {
  const keys = newSlotKeys()
  const privateKey = encrypt(key, keys.privateKey, slotContext(profile, shape))
  key.fill(0)
  keys.privateKey.fill(0)
  return { ...shape, publicKey: keys.publicKey, privateKey, dataKey: seal(keys.publicKey, dataKey, sealContext(profile, shape.id)) }
}

function open(profile: Profile, slot: Slot, key: Buffer): Buffer | null {
  const privateKey = decrypt(key, slot.privateKey, slotContext(profile, slot))
  key.fill(0)
  if (privateKey === null) return null
  const dataKey = unseal(privateKey, slot.publicKey, slot.dataKey, sealContext(profile, slot.id))
  privateKey.fill(0)
  return dataKey
}

// A slot copied to another person, or its cost lowered in the file, does not open.
function slotContext(profile: Profile, slot: Pick<Slot, 'id' | 'kind' | 'personId' | 'mustChange'>): string {
  return ['caseboard slot 1', profile.profileId, slot.id, slot.kind, slot.personId ?? '', slot.mustChange ? 'once' : 'lasting', costOf(profile.kdf)].join('|')
}

function sealContext(profile: Profile, slotId: string): string {
  return ['caseboard data key 1', profile.profileId, slotId, profile.generation].join('|')
}

function costOf({ algorithm, memoryKiB, iterations, parallelism }: KdfParams): string {
  return `${algorithm} ${memoryKiB} ${iterations} ${parallelism}`
}

// A code is read off paper: case, dashes and look-alikes must not count. A passphrase is taken as typed, in one Unicode form.
function secretOf(slot: Pick<Slot, 'mustChange'>, typed: string): string {
  if (!slot.mustChange) return typed.normalize('NFKC')
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}

function recoveryKey(entropy: Uint8Array, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', entropy, Buffer.from(salt, 'base64'), 'caseboard recovery 1', 32))
}
