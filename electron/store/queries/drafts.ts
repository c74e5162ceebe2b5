import { Draft, type DraftKey } from '#shared/contract/drafts.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PersonId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../db.ts'
import { sql } from '../sql.ts'

/** One person's drafts, newest first. */
export function listDrafts(db: ReadDb, personId: PersonId): Draft[] {
  return db
    .all(sql`SELECT key, route AS place, title, form_values AS "values", edited_at AS editedAt FROM draft WHERE person_id = ${personId} ORDER BY edited_at DESC, id DESC`)
    .map(row => Draft.parse(row))
}

/** The newest text of a form; `id` is used when it is new. */
export function saveDraft(db: WriteDb, id: string, personId: PersonId, draft: Omit<Draft, 'editedAt'>, at: Instant): void {
  db.run(sql`
    INSERT INTO draft (id, person_id, key, route, title, form_values, edited_at) VALUES (${id}, ${personId}, ${draft.key}, ${draft.place}, ${draft.title}, ${draft.values}, ${at})
    ON CONFLICT (person_id, key) DO UPDATE SET route = excluded.route, title = excluded.title, form_values = excluded.form_values, edited_at = excluded.edited_at`)
}

/** Drafts are not records: a finished one is really gone. */
export function deleteDraft(db: WriteDb, personId: PersonId, key: DraftKey): void {
  db.run(sql`DELETE FROM draft WHERE person_id = ${personId} AND key = ${key}`)
}
