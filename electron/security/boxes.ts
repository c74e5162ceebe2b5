import {
  createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject,
} from 'node:crypto'

/**
 * The few primitives of the key file, all of them in Node and in Electron's BoringSSL: AES-256-GCM, X25519, HKDF-SHA-256.
 * Texts in the file are base64.
 */

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A pair whose public half can be sealed to without its owner being there. */
export type SlotKeys = { readonly publicKey: string; readonly privateKey: Buffer }

/** Bytes that only the holder of a private key can open. */
export type Sealed = { readonly ephemeral: string; readonly box: string }

/** Encrypts and authenticates; `context` is authenticated too and has to be the same at opening. */
export function encrypt(key: Uint8Array, plain: Uint8Array, context: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** The plain bytes, `null` when key, context or box is not the right one. */
export function decrypt(key: Uint8Array, box: string, context: string): Buffer | null {
  const bytes = Buffer.from(box, 'base64')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

export function newSlotKeys(): SlotKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: spki(publicKey), privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

export function seal(publicKey: string, plain: Uint8Array, context: string): Sealed {
  const ephemeral = generateKeyPairSync('x25519')
  const recipient = publicKeyOf(publicKey)
  const key = sharedKey(ephemeral.privateKey, recipient, spki(ephemeral.publicKey), publicKey)
  return { ephemeral: spki(ephemeral.publicKey), box: encrypt(key, plain, context) }
}

/** The sealed bytes, `null` when the private key or the context is not the right one. */
export function unseal(privateKey: Uint8Array, publicKey: string, sealed: Sealed, context: string): Buffer | null {
  try {
    const own = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
    return decrypt(sharedKey(own, publicKeyOf(sealed.ephemeral), sealed.ephemeral, publicKey), sealed.box, context)
  } catch {
    return null
  }
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, ephemeral: string, recipient: string): Buffer {
  const secret = diffieHellman({ privateKey, publicKey })
  return Buffer.from(hkdfSync('sha256', secret, `${ephemeral}|${recipient}`, 'caseboard seal 1', 32))
}

function publicKeyOf(text: string): KeyObject {
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
}

function spki(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64')
}
