import { z } from 'zod'
import type { PersonId } from '#shared/model/ids.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'

/** The full name of a person who works here; empty for one who is not in this store. */
export function personName(db: ReadDb, id: PersonId): string {
  const row = db.get(sql`SELECT full_name AS name FROM person WHERE id = ${id}`)
  return row === undefined ? '' : z.object({ name: z.string() }).parse(row).name
}
