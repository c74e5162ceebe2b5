import type { ReadDb } from './db.ts'
import { searchNotes, searchPatients } from './queries/worklists/search.ts'
import { examine } from './examine-copy.ts'
import { brokenReferences, quickCheck, tableCounts, verifyChain, verifyRows, type Progress } from './verify.ts'

/** What a job may use beside its database. */
export type JobContext = {
  readonly onProgress: Progress
  /** Writes an encrypted copy of the store as this job sees it to a place where nothing stands yet. */
  copyTo(file: string): void
  /** Reads a finished copy under the data key of this store. */
  withCopy<T>(file: string, work: (db: ReadDb) => T): T
}

/** Work for the reader. Arguments and results travel between threads: plain values only. */
export type ReaderJob<Args, Result> = {
  /** Takes seconds on a large store: runs on a thread of its own, so that no search waits for it. */
  readonly isLong: boolean
  run(db: ReadDb, args: Args, context: JobContext): Result
}

const quick = <Args, Result>(run: (db: ReadDb, args: Args) => Result): ReaderJob<Args, Result> => ({ isLong: false, run })
const long = <Args, Result>(run: (db: ReadDb, args: Args, context: JobContext) => Result): ReaderJob<Args, Result> => ({ isLong: true, run })

/** Every job by its name. An area adds its line here; the rest is in its query module. */
export const readerJobs = {
  searchPatients: quick((db, { text, birthDates }: { text: string; birthDates: readonly string[] }) => searchPatients(db, text, birthDates)),
  searchNotes: quick((db, { text }: { text: string }) => searchNotes(db, text)),

  quickCheck: long((db, _args: null) => quickCheck(db)),
  brokenReferences: long((db, _args: null) => brokenReferences(db)),
  verifyChain: long((db, _args: null, { onProgress }) => verifyChain(db, onProgress)),
  verifyRows: long((db, _args: null, { onProgress }) => verifyRows(db, onProgress)),
  /** Writes a copy and opens it again: what was counted before and what the copy says of itself. */
  backupInto: long((db, { file }: { file: string }, context) => {
    const counts = tableCounts(db)
    context.copyTo(file)
    return { counts, facts: context.withCopy(file, copy => examine(copy, file)) }
  }),
}

export type JobName = keyof typeof readerJobs
export type JobArgs<Name extends JobName> = Parameters<(typeof readerJobs)[Name]['run']>[1]
export type JobResult<Name extends JobName> = ReturnType<(typeof readerJobs)[Name]['run']>
