import { z } from 'zod'
import type { PatientId } from '#shared/model/ids.ts'
import type { WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'

/**
 * Rebuilds what Ctrl+K finds of a patient (`patient_fts`, `patient_trigram`). Call it after any change of name, MRN, identifier or birth date.
 * A merged or removed patient is found no more.
 */
export function refreshPatientSearch(db: WriteDb, patientId: PatientId): void {
  const found = db.get(sql`
    SELECT rowid AS place, family_name AS familyName, given_names AS givenNames, mrn, birth_date AS birthDate, merged_into AS mergedInto, removed_at AS removedAt
    FROM patient WHERE id = ${patientId}`)
  if (found === undefined) return
  const row = PatientRow.parse(found)
  db.run(sql`DELETE FROM patient_fts WHERE rowid = ${row.place}`)
  db.run(sql`DELETE FROM patient_trigram WHERE rowid = ${row.place}`)
  if (row.mergedInto !== null || row.removedAt !== null) return
  const identifiers = db.all(sql`SELECT value FROM patient_identifier WHERE patient_id = ${patientId} AND removed_at IS NULL`).map(each => String(each['value']))
  const names = [row.familyName, row.givenNames].filter(part => part !== null).join(' ')
  // A name written with a mark inside ("O'Neil") is also found without it.
  const unmarked = names.replace(/['’.-]/g, '')
  const words = [names, unmarked === names ? null : unmarked, row.mrn, ...identifiers, row.birthDate].filter(part => part !== null).join(' ')
  db.run(sql`INSERT INTO patient_fts (rowid, words) VALUES (${row.place}, ${words})`)
  db.run(sql`INSERT INTO patient_trigram (rowid, words) VALUES (${row.place}, ${[names, row.mrn, ...identifiers].filter(part => part !== null).join(' ')})`)
}

const text = z.string().nullable()
const PatientRow = z.object({ place: z.number().int(), familyName: z.string(), givenNames: text, mrn: text, birthDate: text, mergedInto: text, removedAt: text })
