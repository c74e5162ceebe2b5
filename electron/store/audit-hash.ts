import { createHash } from 'node:crypto'
import type { Row } from './db.ts'

/** The state of one record row after a transaction. */
export type RecordState = { readonly entity: string; readonly entityId: string; readonly version: number; readonly hash: string }

/** One line of the history, as it is stored and hashed. */
export type AuditLine = {
  readonly seq: number
  readonly at: string
  readonly actorId: string | null
  readonly role: string | null
  readonly action: string
  readonly entity: string | null
  readonly entityId: string | null
  readonly patientId: string | null
  readonly detail: string | null
  readonly commandId: string | null
}

/** What stands before the first line. */
export const BEFORE_FIRST = '0'.repeat(64)

/**
 * SHA-256 over the row's known columns, in the order of their names. NULL columns are left out, so that a nullable column added by a
 * later version changes no hash.
 */
export function rowHash(row: Row): string {
  const parts: string[] = []
  for (const name of Object.keys(row).sort()) {
    const value = row[name]
    if (value === null || value === undefined) continue
    parts.push(name, value instanceof Uint8Array ? `b${Buffer.from(value).toString('hex')}` : `${typeof value === 'number' ? 'n' : 't'}${value}`)
  }
  return sha256(parts)
}

/** The hash of a line: over the line before it, every field of this one, and the states of the records it covers. */
export function lineHash(previous: string, line: AuditLine, records: readonly RecordState[]): string {
  const { seq, at, actorId, role, action, entity, entityId, patientId, detail, commandId } = line
  const fields = [String(seq), at, actorId, role, action, entity, entityId, patientId, detail, commandId].map(field => (field === null ? '' : `=${field}`))
  return sha256([previous, ...fields, recordsDigest(records)])
}

function recordsDigest(records: readonly RecordState[]): string {
  const lines = records.map(({ entity, entityId, version, hash }) => `${entity} ${entityId} ${version} ${hash}`).sort()
  return sha256(lines)
}

// Each part carries its length, so that no two different lists give the same bytes.
function sha256(parts: readonly string[]): string {
  return createHash('sha256').update(parts.map(part => `${part.length}:${part}`).join('')).digest('hex')
}
