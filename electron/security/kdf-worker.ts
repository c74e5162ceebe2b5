import { parentPort, workerData } from 'node:worker_threads'
import { argon2id } from 'hash-wasm'
import type { KdfRequest } from './kdf.ts'

/** One derivation, then the thread ends and takes its memory with it. */
async function derive({ secret, salt, params }: KdfRequest): Promise<void> {
  const started = performance.now()
  const key = await argon2id({
    password: secret, salt, memorySize: params.memoryKiB, iterations: params.iterations, parallelism: params.parallelism, hashLength: 32, outputType: 'binary',
  })
  parentPort?.postMessage({ key, millis: performance.now() - started })
  key.fill(0)
}

await derive(requestOf(workerData))

function requestOf(data: unknown): KdfRequest {
  if (isRequest(data)) return data
  throw new TypeError('The key derivation was started without a request.')
}

// Both ends are this program; the shape is looked at so that a mistake of ours ends here and not in a weak key.
function isRequest(data: unknown): data is KdfRequest {
  return typeof data === 'object' && data !== null && 'secret' in data && typeof data.secret === 'string' && 'salt' in data && data.salt instanceof Uint8Array
    && 'params' in data && typeof data.params === 'object'
}
