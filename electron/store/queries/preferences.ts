import type { PersonId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../db.ts'
import { sql } from '../sql.ts'

/** One choice of one person as JSON text; `null` when never chosen. */
export function findPreference(db: ReadDb, personId: PersonId, key: string): string | null {
  const row = db.get(sql`SELECT value FROM preference WHERE person_id = ${personId} AND key = ${key}`)
  return typeof row?.['value'] === 'string' ? row['value'] : null
}

export function savePreferenceRow(db: WriteDb, personId: PersonId, key: string, value: string): void {
  db.run(sql`INSERT INTO preference (person_id, key, value) VALUES (${personId}, ${key}, ${value}) ON CONFLICT (person_id, key) DO UPDATE SET value = excluded.value`)
}
