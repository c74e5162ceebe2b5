import { z } from 'zod'
import type { CaseId } from '#shared/model/ids.ts'
import { Role } from '#shared/model/role.ts'
import { Day, Line, known } from '#shared/model/scalars.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const PaperFacts = z.strictObject({
  familyName: Line, givenNames: known(Line), mrn: known(Line), birthDate: known(Day), facility: Line,
  callName: known(Line), callRole: z.union([z.literal('none'), Role]), callPhone: known(Line),
})
export type PaperFacts = z.output<typeof PaperFacts>

/** Whose paper it is, where it comes from, and whom to call: the case's manager. */
export function findPaperFacts(db: ReadDb, caseId: CaseId): PaperFacts | null {
  const row = db.get(sql`
    SELECT p.family_name AS familyName, coalesce(p.given_names, 'unknown') AS givenNames, coalesce(p.mrn, 'unknown') AS mrn, coalesce(p.birth_date, 'unknown') AS birthDate,
      (SELECT name FROM facility LIMIT 1) AS facility, coalesce(m.full_name, 'unknown') AS callName, coalesce(m.role, 'none') AS callRole, coalesce(m.phone, 'unknown') AS callPhone
    FROM "case" c JOIN patient p ON p.id = c.patient_id LEFT JOIN person m ON m.id = c.case_manager_id WHERE c.id = ${caseId} AND c.removed_at IS NULL`)
  return row === undefined ? null : PaperFacts.parse(row)
}

/** The name of a colleague, for "printed by". */
export function nameOfPerson(db: ReadDb, personId: string): string {
  const row = db.get(sql`SELECT full_name AS name FROM person WHERE id = ${personId}`)
  return row === undefined ? 'Not known' : Line.parse(row['name'])
}
