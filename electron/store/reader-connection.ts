import type { ReadDb } from './db.ts'
import { openDatabase } from './open-database.ts'
import { readerJobs, type JobContext } from './reader-jobs.ts'
import type { ReaderReply, ReaderRequest, ReaderStart } from './reader-messages.ts'
import { problemOf } from './store-error.ts'
import { Statements, readDb } from './statements.ts'

/** A reader's own connection: runs the jobs of the registry on the thread it was opened on. */
export type ReaderConnection = {
  /** Never throws: a failure is a reply too. */
  answer(request: ReaderRequest, post: (reply: ReaderReply) => void): ReaderReply
  close(): void
}

/** The method form lets every job of the registry be called through one shape. */
type AnyJob = { run(db: ReadDb, args: unknown, context: JobContext): unknown }

/** Opens the store for reading; throws a `StoreError` when it cannot. The start's key is zeroed. */
export function openReaderConnection(start: ReaderStart): ReaderConnection {
  const key = Buffer.from(start.key)
  start.key.fill(0)
  const connection = openDatabase({ file: start.file, key, use: 'reader', cacheKiB: start.cacheKiB })
  const db = readDb(new Statements(connection))
  return {
    answer({ id, name, args }, post) {
      const job: AnyJob = readerJobs[name]
      const context: JobContext = {
        onProgress: (done, total) => { post({ id, kind: 'progress', done, total }) },
        copyTo: target => { connection.prepare('VACUUM INTO ?').run(target) },
        withCopy: (copy, work) => withCopy(copy, key, work),
      }
      try {
        return { id, kind: 'done', value: job.run(db, args, context) }
      } catch (error) {
        return { id, kind: 'failed', problem: problemOf(error, start.file), message: error instanceof Error ? error.message : 'unknown' }
      }
    },
    close() {
      connection.close()
      key.fill(0)
    },
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
