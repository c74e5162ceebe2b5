import { errorCode } from '#electron/platform/files.ts'
import { storeSentence, type StoreProblem, type StoreProblemKind } from './store-messages.ts'

/** The store cannot do what was asked; `message` is the sentence for the person. */
export class StoreError extends Error {
  readonly problem: StoreProblem

  constructor(problem: StoreProblem, options?: { cause?: unknown }) {
    super(storeSentence(problem), options)
    this.name = 'StoreError'
    this.problem = problem
  }

  get kind(): StoreProblemKind {
    return this.problem.kind
  }
}

/** A change that no audit entry of its transaction covers; it was rolled back. A mistake of ours, never of the person. */
export class UnauditedChangeError extends Error {
  readonly tables: readonly string[]

  constructor(tables: readonly string[]) {
    super(`Rows of ${tables.join(', ')} changed without an audit entry that covers them; nothing was saved.`)
    this.name = 'UnauditedChangeError'
    this.tables = tables
  }
}

/** Long work the person cancelled. */
export class CancelledError extends Error {
  constructor() {
    super('Cancelled.')
    this.name = 'CancelledError'
  }
}

/** What a failure of the driver, the disk or the file system means for the person; `null` for errors that are mistakes of ours. */
export function problemOf(error: unknown, file: string): StoreProblem | null {
  if (error instanceof StoreError) return error.problem
  const code = errorCode(error)
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return { kind: 'damaged', backup: null }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'disk-full' }
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return { kind: 'already-open', user: 'another program', machine: 'this machine', since: 'unknown' }
  if (code === 'SQLITE_IOERR_READ' || code === 'SQLITE_IOERR_SHORT_READ') return { kind: 'disk-error' }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return { kind: 'not-saved' }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return { kind: 'read-only-disk', path: file }
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM' || code === 'EACCES' || code === 'EPERM') return { kind: 'no-permission', path: file }
  return null
}

/** Runs `work`; a failure of the disk or the file leaves as a `StoreError`, every other error unchanged. */
export function withStoreErrors<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const problem = error instanceof StoreError ? null : problemOf(error, file)
    throw problem === null ? error : new StoreError(problem, { cause: error })
  }
}
