import { z } from 'zod'
import { Note } from '#shared/contract/notes.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { CaseId, NoteId, PatientId, PersonId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const RECENT = 50

export interface NewNote {
  readonly id: NoteId
  readonly patientId: PatientId
  readonly caseId: CaseId | 'none'
  readonly text: string
  readonly at: Instant
  readonly byPersonId: PersonId
}

/** `scope` carries the tokens that narrow a search to a patient or an author without scanning: `p<patient> a<author>`. */
export function insertNote(db: WriteDb, note: NewNote): void {
  const caseId = note.caseId === 'none' ? null : note.caseId
  db.run(sql`
    INSERT INTO note (id, version, patient_id, case_id, text, at, by_person_id, scope)
    VALUES (${note.id}, 1, ${note.patientId}, ${caseId}, ${note.text}, ${note.at}, ${note.byPersonId}, ${`p${note.patientId} a${note.byPersonId}`})`)
}

/** The newest notes about a patient, or about one case. */
export function recentNotes(db: ReadDb, patientId: PatientId, caseId: CaseId | 'any'): readonly Note[] {
  const where = caseId === 'any' ? sql`n.patient_id = ${patientId}` : sql`n.case_id = ${caseId} AND n.patient_id = ${patientId}`
  return db
    .all(sql`
      SELECT n.id, n.version, n.patient_id AS patientId, coalesce(n.case_id, 'none') AS caseId, n.text, n.at, n.by_person_id AS byId, b.full_name AS byName
      FROM note n JOIN person b ON b.id = n.by_person_id WHERE ${where} AND n.removed_at IS NULL ORDER BY n.at DESC, n.id DESC LIMIT ${RECENT}`)
    .map(row => Note.parse(row))
}

/** How many notes, contacts and tasks there are about a patient, or about one case of the patient. */
export function countActivity(db: ReadDb, patientId: PatientId, caseId: CaseId | 'any'): number {
  const about = caseId === 'any' ? sql`patient_id = ${patientId}` : sql`patient_id = ${patientId} AND case_id = ${caseId}`
  const row = db.get(sql`
    SELECT (SELECT count(*) FROM note WHERE ${about} AND removed_at IS NULL) + (SELECT count(*) FROM contact WHERE ${about} AND removed_at IS NULL)
      + (SELECT count(*) FROM task WHERE ${about} AND removed_at IS NULL) AS total`)
  return z.object({ total: z.number().int() }).parse(row).total
}
