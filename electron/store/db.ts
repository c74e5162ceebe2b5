import type { CommandId, PatientId, PersonId } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { SqlQuery } from './sql.ts'

/** A row as it left the store: input like any other, to be read with `row.ts` or a zod schema. */
export type Row = Readonly<Record<string, string | number | Uint8Array | null>>

/** Reads. A statement that would change something is refused. */
export type ReadDb = {
  /** The first row, `undefined` when there is none. */
  get(query: SqlQuery): Row | undefined
  all(query: SqlQuery): Row[]
  /** Row by row, for what does not fit into memory. */
  iterate(query: SqlQuery): IterableIterator<Row>
}

/** Exists only inside `store.write`; using it afterwards throws. */
export type WriteDb = ReadDb & {
  run(query: SqlQuery): { changes: number }
  /** Says what is being done. Rows of record tables that no entry of the transaction covers roll it back. */
  audit(entry: AuditEntry): void
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/**
 * One line of the history nobody can alter.
 *
 * `entity` is a table's name and `entityId` the id of its row; the entry covers that row and every row below it (`record-tables.ts`).
 * `detail` carries codes, counts and names of fields, never what a patient's field holds: old values live in the versions of the records.
 */
export type AuditEntry = {
  readonly action: string
  readonly entity?: string | null
  readonly entityId?: string | null
  readonly patientId?: PatientId | null
  readonly changedFields?: readonly string[]
  readonly detail?: Readonly<Record<string, Json>>
}

/** On whose behalf a change is made; `RequestContext` of the services fits. */
export type WriteOrigin = {
  readonly actorId: PersonId | 'system'
  readonly role: string
  readonly at: Instant
  /** Kept with the outcome in the same transaction, so that an unknown outcome can be looked up. */
  readonly commandId?: CommandId | null
  readonly channel?: string
}
