import { BEFORE_FIRST, lineHash, rowHash, type AuditLine, type RecordState } from './audit-hash.ts'
import type { AuditEntry, Row, WriteOrigin } from './db.ts'
import type { RecordTable } from './record-tables.ts'
import { UnauditedChangeError } from './store-error.ts'
import { sql } from './sql.ts'
import { getRow, type Statements } from './statements.ts'
import type { TouchedRow } from './touched-rows.ts'

/** The end of the chain: how many lines, and the hash of the newest. */
export type ChainHead = { readonly count: number; readonly hash: string; readonly at: string }

/**
 * Appends the entries of one transaction to the chain, each with the states of the rows it covers. Returns the new head.
 *
 * Throws `UnauditedChangeError` when a touched row is covered by no entry; the caller rolls back.
 */
export function seal(
  statements: Statements, tables: ReadonlyMap<string, RecordTable>, head: ChainHead, origin: WriteOrigin, entries: readonly AuditEntry[], touched: readonly TouchedRow[],
): ChainHead {
  const covered = coverage(statements, tables, entries, touched)
  let newest = head
  entries.forEach((entry, i) => {
    newest = append(statements, newest, origin, entry, covered.get(i) ?? [])
  })
  return newest
}

export function readHead(statements: Statements): ChainHead {
  const row = getRow(statements.of('SELECT seq, at, hash FROM audit ORDER BY seq DESC LIMIT 1'), sql.empty)
  if (row === undefined) return { count: 0, hash: BEFORE_FIRST, at: '' }
  return { count: Number(row['seq']), hash: String(row['hash']), at: String(row['at']) }
}

function coverage(
  statements: Statements, tables: ReadonlyMap<string, RecordTable>, entries: readonly AuditEntry[], touched: readonly TouchedRow[],
): Map<number, RecordState[]> {
  const entryOf = new Map<string, number>()
  entries.forEach((entry, i) => { if (entry.entity && entry.entityId) entryOf.set(nameOf(entry.entity, entry.entityId), i) })
  const covered = new Map<number, RecordState[]>()
  const uncovered = new Set<string>()
  for (const { table, id } of touched) {
    const row = rowOf(statements, tables, table, id)
    const entry = row === undefined ? undefined : coveringEntry(statements, tables, entryOf, table, id, row)
    if (row === undefined || entry === undefined) {
      uncovered.add(table)
      continue
    }
    const states = covered.get(entry) ?? []
    states.push(stateOf(table, id, row))
    covered.set(entry, states)
  }
  if (uncovered.size > 0) throw new UnauditedChangeError([...uncovered].sort())
  return covered
}

/** The entry of the row itself, else that of the nearest record above it. */
function coveringEntry(
  statements: Statements, tables: ReadonlyMap<string, RecordTable>, entryOf: ReadonlyMap<string, number>, table: string, id: string, row: Row,
): number | undefined {
  const own = entryOf.get(nameOf(table, id))
  if (own !== undefined) return own
  for (const parent of tables.get(table)?.parents ?? []) {
    const parentId = row[parent.column]
    if (typeof parentId !== 'string') continue
    const direct = entryOf.get(nameOf(parent.table, parentId))
    if (direct !== undefined) return direct
    if ((tables.get(parent.table)?.parents.length ?? 0) === 0) continue
    const above = rowOf(statements, tables, parent.table, parentId)
    const found = above === undefined ? undefined : coveringEntry(statements, tables, entryOf, parent.table, parentId, above)
    if (found !== undefined) return found
  }
  return undefined
}

function append(statements: Statements, head: ChainHead, origin: WriteOrigin, entry: AuditEntry, records: readonly RecordState[]): ChainHead {
  const line = lineOf(head.count + 1, origin, entry)
  const hash = lineHash(head.hash, line, records)
  statements.of('INSERT INTO audit (seq, at, actor_id, role, action, entity, entity_id, patient_id, detail, command_id, prev_hash, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)').run(
    BigInt(line.seq), line.at, line.actorId, line.role, line.action, line.entity, line.entityId, line.patientId, line.detail, line.commandId, head.hash, hash,
  )
  const insert = statements.of('INSERT INTO audit_record (audit_seq, entity, entity_id, version, hash) VALUES (?,?,?,?,?)')
  for (const state of records) insert.run(BigInt(line.seq), state.entity, state.entityId, BigInt(state.version), state.hash)
  return { count: line.seq, hash, at: line.at }
}

function lineOf(seq: number, origin: WriteOrigin, entry: AuditEntry): AuditLine {
  const detail = { ...entry.detail, ...(entry.changedFields === undefined ? {} : { changedFields: entry.changedFields }) }
  return {
    seq,
    at: origin.at,
    actorId: origin.actorId,
    role: origin.role,
    action: entry.action,
    entity: entry.entity ?? null,
    entityId: entry.entityId ?? null,
    patientId: entry.patientId ?? null,
    detail: Object.keys(detail).length === 0 ? null : JSON.stringify(detail),
    commandId: origin.commandId ?? null,
  }
}

export function stateOf(table: string, id: string, row: Row): RecordState {
  const version = row['version']
  return { entity: table, entityId: id, version: typeof version === 'number' ? version : 0, hash: rowHash(row) }
}

function rowOf(statements: Statements, tables: ReadonlyMap<string, RecordTable>, table: string, id: string): Row | undefined {
  const declared = tables.get(table)
  if (declared === undefined) return undefined
  return getRow(statements.of(`SELECT * FROM "${declared.table}" WHERE "${declared.idColumn}" = ?`), sql`${id}`)
}

function nameOf(entity: string, entityId: string): string {
  return `${entity} ${entityId}`
}
