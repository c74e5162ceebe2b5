import { z } from 'zod'
import { SavedFilter, type SavedFilterId } from '#shared/contract/caseload.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PersonId } from '#shared/model/ids.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const Row = z.object({ id: z.string(), version: z.number(), name: z.string(), definition: z.string() })

/** A person's saved filters in the order they were saved. */
export function findSavedFilters(db: ReadDb, personId: PersonId): readonly SavedFilter[] {
  return db
    .all(sql`SELECT id, version, name, definition FROM saved_filter WHERE person_id = ${personId} AND removed_at IS NULL ORDER BY position, id`)
    .map(row => toSavedFilter(Row.parse(row)))
}

export function findSavedFilterByName(db: ReadDb, personId: PersonId, name: string): SavedFilter | null {
  const row = db.get(sql`SELECT id, version, name, definition FROM saved_filter WHERE person_id = ${personId} AND name = ${name} AND removed_at IS NULL`)
  return row === undefined ? null : toSavedFilter(Row.parse(row))
}

export function insertSavedFilter(db: WriteDb, filter: { readonly id: z.output<typeof SavedFilterId>; readonly personId: PersonId; readonly name: string; readonly definition: WorklistDefinition }): void {
  db.run(sql`
    INSERT INTO saved_filter (id, version, person_id, name, definition, position)
    VALUES (${filter.id}, 1, ${filter.personId}, ${filter.name}, ${JSON.stringify(filter.definition)}, (SELECT count(*) FROM saved_filter WHERE person_id = ${filter.personId}))`)
}

export function replaceSavedFilter(db: WriteDb, id: z.output<typeof SavedFilterId>, definition: WorklistDefinition): void {
  db.run(sql`UPDATE saved_filter SET definition = ${JSON.stringify(definition)}, version = version + 1 WHERE id = ${id}`)
}

/** True when the filter was there and belonged to the person. */
export function removeSavedFilterRow(db: WriteDb, id: z.output<typeof SavedFilterId>, personId: PersonId, at: Instant): boolean {
  return db.run(sql`UPDATE saved_filter SET removed_at = ${at}, version = version + 1 WHERE id = ${id} AND person_id = ${personId} AND removed_at IS NULL`).changes > 0
}

function toSavedFilter(row: z.output<typeof Row>): SavedFilter {
  const definition: unknown = JSON.parse(row.definition)
  return SavedFilter.parse({ ...row, definition })
}
