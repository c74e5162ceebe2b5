import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { openReaderConnection, type ReaderConnection } from './reader-connection.ts'
import type { ReaderReply, ReaderRequest, ReaderStart } from './reader-messages.ts'
import { problemOf } from './store-error.ts'

/** The reader's thread: one connection, jobs in the order they come. It ends with its thread. */
if (parentPort !== null) serve(parentPort, startOf(workerData))

function serve(port: MessagePort, start: ReaderStart): void {
  const connection = openFor(port, start)
  if (connection === null) return
  port.on('message', (request: ReaderRequest) => { port.postMessage(connection.answer(request, reply => { port.postMessage(reply) })) })
}

// An error thrown here would cross to the other thread as a plain one, without what it means for the person.
function openFor(port: MessagePort, start: ReaderStart): ReaderConnection | null {
  try {
    return openReaderConnection(start)
  } catch (error) {
    const reply: ReaderReply = { id: null, kind: 'cannot-open', problem: problemOf(error, start.file), message: error instanceof Error ? error.message : 'unknown' }
    port.postMessage(reply)
    port.close()
    return null
  }
}

function startOf(data: unknown): ReaderStart {
  if (typeof data === 'object' && data !== null && 'file' in data && 'key' in data && 'cacheKiB' in data) {
    const { file, key, cacheKiB } = data
    if (typeof file === 'string' && key instanceof Uint8Array && typeof cacheKiB === 'number') return { file, key, cacheKiB }
  }
  throw new TypeError('A reader thread was started without a store.')
}
