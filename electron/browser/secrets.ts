import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, safe in URLs, cookies and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Equal or not, in a time that tells nothing about where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
