import { argon2id } from 'hash-wasm'
import type { Kdf, KdfParams } from '#electron/security/kdf.ts'

const cheap: KdfParams = { algorithm: 'argon2id', memoryKiB: 16, iterations: 1, parallelism: 1 }

/** The real algorithm at a price tests can pay; counts its runs. */
export function countingKdf(): Kdf & { runs: number } {
  const kdf = {
    runs: 0,
    floor: cheap,
    calibrate: () => Promise.resolve(cheap),
    derive: async ({ secret, salt, params }: Parameters<Kdf['derive']>[0]) => {
      kdf.runs++
      return Buffer.from(await argon2id({
        password: secret, salt, memorySize: params.memoryKiB, iterations: params.iterations, parallelism: params.parallelism, hashLength: 32, outputType: 'binary',
      }))
    },
  }
  return kdf
}

export const testKdf: Kdf = countingKdf()
