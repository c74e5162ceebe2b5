import { BEFORE_FIRST, lineHash, rowHash, type AuditLine, type RecordState } from './audit-hash.ts'
import type { ReadDb, Row } from './db.ts'
import { recordTables, type RecordTable } from './record-tables.ts'
import { integer, text, textOrNull } from './row.ts'
import { sql, SqlQuery } from './sql.ts'

/** What a walk over the history found. `brokenAt` is the first line that does not follow from the one before it. */
export type ChainFinding = { readonly count: number; readonly hash: string; readonly brokenAt: number | null }

export type RowFinding = { readonly table: string; readonly id: string; readonly kind: 'altered' | 'unrecorded' | 'vanished' }
export type RowsFinding = { readonly checked: number; readonly findings: readonly RowFinding[] }

export type Progress = (done: number, total: number) => void

const SHOWN_FINDINGS = 100
const STEP = 5_000

/** Recomputes every line of the history from the one before it and the record states it covers. */
export function verifyChain(db: ReadDb, onProgress: Progress = () => undefined): ChainFinding {
  const total = integer(db.get(sql`SELECT count(*) AS n FROM audit`) ?? {}, 'n')
  const records = new RecordStates(db)
  let previous = BEFORE_FIRST
  let count = 0
  try {
    for (const row of db.iterate(sql`SELECT * FROM audit ORDER BY seq`)) {
      const line = lineOf(row)
      const isNext = line.seq === count + 1 && text(row, 'prev_hash') === previous
      if (!isNext || lineHash(previous, line, records.of(line.seq)) !== text(row, 'hash')) return { count, hash: previous, brokenAt: count + 1 }
      previous = text(row, 'hash')
      count = line.seq
      if (count % STEP === 0) onProgress(count, total)
    }
    return { count, hash: previous, brokenAt: null }
  } finally {
    records.end()
  }
}

/**
 * Compares every record row with the newest state the history holds of it: finds rows edited, added or removed around the door, and an
 * older page put back into the file, which the database itself does not notice.
 */
export function verifyRows(db: ReadDb, onProgress: Progress = () => undefined, tables: readonly RecordTable[] = recordTables): RowsFinding {
  const total = tables.reduce((sum, { table }) => sum + integer(db.get(named(table, 'SELECT count(*) AS n FROM "?"')) ?? {}, 'n'), 0)
  const findings: RowFinding[] = []
  let checked = 0
  for (const { table, idColumn } of tables) {
    for (const row of db.iterate(named(table, 'SELECT * FROM "?"'))) {
      const id = text(row, idColumn)
      const newest = db.get(sql`SELECT hash FROM audit_record WHERE entity = ${table} AND entity_id = ${id} ORDER BY audit_seq DESC LIMIT 1`)
      if (newest === undefined) findings.push({ table, id, kind: 'unrecorded' })
      else if (newest['hash'] !== rowHash(row)) findings.push({ table, id, kind: 'altered' })
      checked++
      if (checked % STEP === 0) onProgress(checked, total)
      if (findings.length >= SHOWN_FINDINGS) return { checked, findings }
    }
    findings.push(...vanished(db, table, idColumn))
  }
  return { checked, findings }
}

/** SQLite's own look at every page: `ok`, or the first things wrong. Damage that stops the walk throws as the driver's error. */
export function quickCheck(db: ReadDb): string {
  return db.all(sql`PRAGMA quick_check(5)`).map(row => text(row, 'quick_check')).join('; ')
}

/** References that point nowhere; 0 is right. */
export function brokenReferences(db: ReadDb): number {
  return db.all(sql`SELECT 1 FROM pragma_foreign_key_check LIMIT 100`).length
}

/** Rows a table, for comparing a copy with what it was made from. */
export function tableCounts(db: ReadDb): Readonly<Record<string, number>> {
  const tables = db.all(sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'`).map(row => text(row, 'name'))
  return Object.fromEntries(tables.map(table => [table, integer(db.get(named(table, 'SELECT count(*) AS n FROM "?"')) ?? {}, 'n')]))
}

function vanished(db: ReadDb, table: string, idColumn: string): RowFinding[] {
  const gone = named(table, `SELECT DISTINCT entity_id FROM audit_record WHERE entity = '?' AND NOT EXISTS (SELECT 1 FROM "?" r WHERE r."${idColumn}" = audit_record.entity_id) LIMIT ${SHOWN_FINDINGS}`)
  return db.all(gone).map(row => ({ table, id: text(row, 'entity_id'), kind: 'vanished' }))
}

// Table names come from the schema or from record-tables.ts, never from outside; anything but letters and underscores is refused all the same.
function named(table: string, template: string): SqlQuery {
  if (!/^[a-z_]+$/.test(table)) throw new TypeError('Not the name of one of our tables.')
  return new SqlQuery(template.replaceAll('?', table), [])
}

/** The states each line covers, read in one walk beside the walk over the lines. */
class RecordStates {
  readonly #rows: IterableIterator<Row>
  #next: IteratorResult<Row>

  constructor(db: ReadDb) {
    this.#rows = db.iterate(sql`SELECT * FROM audit_record INDEXED BY audit_record_by_seq ORDER BY audit_seq`)
    this.#next = this.#rows.next()
  }

  /** Those of a line; lines are asked for in order. */
  of(seq: number): RecordState[] {
    const states: RecordState[] = []
    for (; this.#next.done !== true && integer(this.#next.value, 'audit_seq') <= seq; this.#next = this.#rows.next()) {
      const row = this.#next.value
      states.push({ entity: text(row, 'entity'), entityId: text(row, 'entity_id'), version: integer(row, 'version'), hash: text(row, 'hash') })
    }
    return states
  }

  /** Ends the walk: a walk left open would keep the connection busy for good. */
  end(): void {
    this.#rows.return?.()
  }
}

function lineOf(row: Row): AuditLine {
  return {
    seq: integer(row, 'seq'), at: text(row, 'at'), actorId: textOrNull(row, 'actor_id'), role: textOrNull(row, 'role'), action: text(row, 'action'),
    entity: textOrNull(row, 'entity'), entityId: textOrNull(row, 'entity_id'), patientId: textOrNull(row, 'patient_id'), detail: textOrNull(row, 'detail'),
    commandId: textOrNull(row, 'command_id'),
  }
}
