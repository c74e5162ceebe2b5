import type { z } from 'zod'
import { Contact, type ContactFields } from '#shared/contract/notes.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { unknownToNull } from '#shared/kernel/unknown.ts'
import type { CaseId, ContactId, PatientId, PersonId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const RECENT = 50

export interface NewContact {
  readonly id: ContactId
  readonly patientId: PatientId
  readonly caseId: CaseId | 'none'
  readonly fields: z.output<typeof ContactFields>
  readonly at: Instant
  readonly byPersonId: PersonId
}

export function insertContact(db: WriteDb, contact: NewContact): void {
  const { fields } = contact
  db.run(sql`
    INSERT INTO contact (id, version, patient_id, case_id, kind, direction, with_whom, organization, reference_number, minutes, summary, call_back_on, at, by_person_id)
    VALUES (${contact.id}, 1, ${contact.patientId}, ${contact.caseId === 'none' ? null : contact.caseId}, ${fields.kind}, ${fields.direction}, ${unknownToNull(fields.withWhom)},
      ${unknownToNull(fields.organization)}, ${unknownToNull(fields.referenceNumber)}, ${unknownToNull(fields.minutes)}, ${fields.summary},
      ${fields.callBackOn === 'none' ? null : fields.callBackOn}, ${contact.at}, ${contact.byPersonId})`)
}

/** The newest contacts about a patient, or about one case. */
export function recentContacts(db: ReadDb, patientId: PatientId, caseId: CaseId | 'any'): readonly Contact[] {
  const where = caseId === 'any' ? sql`c.patient_id = ${patientId}` : sql`c.case_id = ${caseId} AND c.patient_id = ${patientId}`
  return db
    .all(sql`
      SELECT c.id, c.version, c.patient_id AS patientId, coalesce(c.case_id, 'none') AS caseId, c.kind, c.direction, coalesce(c.with_whom, 'unknown') AS withWhom,
        coalesce(c.organization, 'unknown') AS organization, coalesce(c.reference_number, 'unknown') AS referenceNumber, coalesce(c.minutes, 'unknown') AS minutes, c.summary,
        coalesce(c.call_back_on, 'none') AS callBackOn, c.at, c.by_person_id AS byId, b.full_name AS byName
      FROM contact c JOIN person b ON b.id = c.by_person_id WHERE ${where} AND c.removed_at IS NULL ORDER BY c.at DESC, c.id DESC LIMIT ${RECENT}`)
    .map(row => Contact.parse(row))
}
