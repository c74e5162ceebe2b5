import type { Kdf } from '#electron/security/kdf.ts'

export const testKdf: Kdf = () => Promise.reject(new Error('No key derivation here.'))
