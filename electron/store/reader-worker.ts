import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { openReaderConnection } from './reader-connection.ts'
import type { ReaderRequest, ReaderStart } from './reader-messages.ts'

/** The reader's thread: one connection, jobs in the order they come. It ends with its thread. */
if (parentPort !== null) serve(parentPort, startOf(workerData))

function serve(port: MessagePort, start: ReaderStart): void {
  const connection = openReaderConnection(start)
  port.on('message', (request: ReaderRequest) => { port.postMessage(connection.answer(request, reply => { port.postMessage(reply) })) })
}

function startOf(data: unknown): ReaderStart {
  if (typeof data === 'object' && data !== null && 'file' in data && 'key' in data && 'cacheKiB' in data) {
    const { file, key, cacheKiB } = data
    if (typeof file === 'string' && key instanceof Uint8Array && typeof cacheKiB === 'number') return { file, key, cacheKiB }
  }
  throw new TypeError('A reader thread was started without a store.')
}
