import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { ReadDb } from './db.ts'
import { integer, textOrNull } from './row.ts'
import { sql } from './sql.ts'
import { quickCheck, tableCounts } from './verify.ts'

/** What a finished copy of the store proves about itself after it was opened again. */
export type CopyFacts = {
  readonly quickCheck: string
  readonly counts: Readonly<Record<string, number>>
  readonly schemaVersion: number
  readonly auditCount: number
  readonly auditHash: string | null
  readonly auditAt: string | null
  readonly facilityName: string | null
  readonly sha256: string
}

/** Reads the copy as a whole: pages, counts, the end of the history, and the hash of the file's bytes. */
export function examine(copy: ReadDb, file: string): CopyFacts {
  const head = copy.get(sql`SELECT seq, hash, at FROM audit ORDER BY seq DESC LIMIT 1`)
  return {
    quickCheck: quickCheck(copy),
    counts: tableCounts(copy),
    schemaVersion: integer(copy.get(sql`SELECT user_version AS n FROM pragma_user_version`) ?? {}, 'n'),
    auditCount: head === undefined ? 0 : integer(head, 'seq'),
    auditHash: head === undefined ? null : textOrNull(head, 'hash'),
    auditAt: head === undefined ? null : textOrNull(head, 'at'),
    facilityName: textOrNull(copy.get(sql`SELECT max(name) AS name FROM facility`) ?? { name: null }, 'name'),
    sha256: sha256OfFile(file),
  }
}

export function sha256OfFile(file: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(1_048_576)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) hash.update(chunk.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}
