import { Worker } from 'node:worker_threads'
import { programPath } from '#electron/platform/program-path.ts'

/** Cost of one guess. Per profile, so that an unknown name costs the same as a known one. */
export type KdfParams = {
  readonly algorithm: 'argon2id'
  readonly memoryKiB: number
  readonly iterations: number
  readonly parallelism: number
}

export type KdfRequest = { readonly secret: string; readonly salt: Uint8Array; readonly params: KdfParams }

/**
 * Turns a passphrase into a 256-bit key. The product has one, `systemKdf`; tests pass one with a low floor.
 * Whoever holds it decides the floor: stored parameters below it are refused as a downgrade.
 */
export type Kdf = {
  readonly floor: KdfParams
  derive(request: KdfRequest): Promise<Buffer>
  /** Parameters for a new profile on this machine, never below the floor. */
  calibrate(): Promise<KdfParams>
}

/** OWASP ASVS 5 asks for less (t=3 with 12 MiB); a guess against a stolen file should cost more. */
const PRODUCT_FLOOR: KdfParams = { algorithm: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 1 }
const TARGET_MILLIS = 700
const MOST_ITERATIONS = 24

/** Argon2id in a thread that ends, and its 64 MiB with it. */
export const systemKdf: Kdf = {
  floor: PRODUCT_FLOOR,
  derive: async request => (await deriveInWorker(request)).key,
  calibrate: () => calibrate(deriveInWorker),
}

/** True when a guess under `params` costs at least as much as under `floor` in memory and in passes. */
export function isAtLeast(params: KdfParams, floor: KdfParams): boolean {
  return params.memoryKiB >= floor.memoryKiB && params.iterations >= floor.iterations && params.parallelism >= floor.parallelism
}

type Derived = { readonly key: Buffer; readonly millis: number }

/** Passes for 0.5 to 1 s on this machine; on a slow one the floor, however long it takes. */
export async function calibrate(derive: (request: KdfRequest) => Promise<{ readonly millis: number }>, floor: KdfParams = PRODUCT_FLOOR): Promise<KdfParams> {
  const probe: KdfRequest = { secret: 'calibration', salt: Buffer.alloc(16), params: floor }
  // The faster of two runs: a busy moment at set-up must not weaken the profile for good.
  const millis = Math.min((await derive(probe)).millis, (await derive(probe)).millis)
  const wanted = Math.round((floor.iterations * TARGET_MILLIS) / Math.max(millis, 1))
  return { ...floor, iterations: Math.min(Math.max(wanted, floor.iterations), MOST_ITERATIONS) }
}

function deriveInWorker(request: KdfRequest): Promise<Derived> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(programPath('kdf-worker'), { workerData: request, execArgv: [] })
    worker.once('message', (derived: { key: Uint8Array; millis: number }) => {
      resolve({ key: Buffer.from(derived.key), millis: derived.millis })
      derived.key.fill(0)
    })
    worker.once('error', reject)
    worker.once('exit', code => { if (code !== 0) reject(new Error('The key derivation ended early.')) })
  })
}
