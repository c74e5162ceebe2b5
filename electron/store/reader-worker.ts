import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { ReadDb } from './db.ts'
import type { Connection } from './driver.ts'
import { openDatabase } from './open-database.ts'
import { readerJobs, type JobContext } from './reader-jobs.ts'
import type { ReaderReply, ReaderRequest, ReaderStart } from './reader-messages.ts'
import { problemOf } from './store-error.ts'
import { Statements, readDb } from './statements.ts'

/** The method form lets every job of the registry be called through one shape. */
type AnyJob = { run(db: ReadDb, args: unknown, context: JobContext): unknown }

if (parentPort !== null) serve(parentPort, startOf(workerData))

function serve(port: MessagePort, start: ReaderStart): void {
  const key = Buffer.from(start.key)
  start.key.fill(0)
  const connection = openDatabase({ file: start.file, key, use: 'reader', cacheKiB: start.cacheKiB })
  const statements = new Statements(connection)
  port.on('message', (request: ReaderRequest) => { port.postMessage(answer(connection, statements, key, start.file, request, reply => { port.postMessage(reply) })) })
}

function answer(
  connection: Connection, statements: Statements, key: Buffer, file: string, { id, name, args }: ReaderRequest, post: (reply: ReaderReply) => void,
): ReaderReply {
  const job: AnyJob = readerJobs[name]
  const context: JobContext = {
    onProgress: (done, total) => { post({ id, kind: 'progress', done, total }) },
    copyTo: target => { connection.prepare('VACUUM INTO ?').run(target) },
    withCopy: (copy, work, copyKey) => withCopy(copy, copyKey ?? key, work),
  }
  try {
    return { id, kind: 'done', value: job.run(readDb(statements), args, context) }
  } catch (error) {
    return { id, kind: 'failed', problem: problemOf(error, file), message: error instanceof Error ? error.message : 'unknown' }
  }
}

function withCopy<T>(file: string, key: Uint8Array, work: (db: ReadDb) => T): T {
  const copy = openDatabase({ file, key, use: 'copy', cacheKiB: 8_192 })
  try {
    return work(readDb(new Statements(copy)))
  } finally {
    copy.close()
  }
}

function startOf(data: unknown): ReaderStart {
  if (typeof data === 'object' && data !== null && 'file' in data && 'key' in data && 'cacheKiB' in data) {
    const { file, key, cacheKiB } = data
    if (typeof file === 'string' && key instanceof Uint8Array && typeof cacheKiB === 'number') return { file, key, cacheKiB }
  }
  throw new TypeError('A reader thread was started without a store.')
}
