import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Lifts the blur of a screen whose store is open; it never opens a store. Three tries, then the full lock (the session counts). */
export type StoredPin = { readonly salt: string; readonly hash: string }

const BYTES = 32
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1_048_576 }

export async function hashPin(pin: string): Promise<StoredPin> {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), hash: (await stretched(pin, salt)).toString('base64') }
}

export async function verifyPin(pin: string, stored: StoredPin): Promise<boolean> {
  const expected = Buffer.from(stored.hash, 'base64')
  const found = await stretched(pin, Buffer.from(stored.salt, 'base64'))
  return expected.length === found.length && timingSafeEqual(expected, found)
}

function stretched(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), salt, BYTES, COST, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}
