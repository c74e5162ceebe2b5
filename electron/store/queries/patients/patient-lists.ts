import type { Id } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { unknownToNull } from '#shared/kernel/unknown.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { Identifier, PatientFields } from '#shared/model/patient.ts'
import type { WriteDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'

/** `ids.next` of the core. */
export type MakeId = <Kind extends string>(kind: Kind) => Id<Kind>

/** The fields of a patient that are lists, each in a table of its own. */
export const listFields = ['telecoms', 'addresses', 'contacts', 'identifiers', 'coverages'] as const
export type ListField = (typeof listFields)[number]

const tables: Readonly<Record<ListField, SqlQuery>> = {
  telecoms: sql`patient_telecom`, addresses: sql`patient_address`, contacts: sql`patient_contact`, identifiers: sql`patient_identifier`, coverages: sql`coverage`,
}

/** Takes the rows of one list out of view; they stay in the store and in the history. */
export function removeListOf(db: WriteDb, id: PatientId, list: ListField, at: Instant): void {
  db.run(sql`UPDATE ${tables[list]} SET removed_at = ${at}, version = version + 1 WHERE patient_id = ${id} AND removed_at IS NULL`)
}

/** Writes one list of a patient, in its order. */
export function insertListOf(db: WriteDb, patientId: PatientId, list: ListField, fields: PatientFields, makeId: MakeId): void {
  const known = unknownToNull
  switch (list) {
    case 'telecoms':
      for (const [position, each] of fields.telecoms.entries()) db.run(sql`
        INSERT INTO patient_telecom (id, version, patient_id, kind, use, value, position) VALUES (${makeId('patient_telecom')}, 1, ${patientId}, ${each.kind}, ${known(each.use)}, ${each.value}, ${position})`)
      return
    case 'addresses':
      for (const [position, each] of fields.addresses.entries()) db.run(sql`
        INSERT INTO patient_address (id, version, patient_id, use, lines, city, state, postal_code, country, position)
        VALUES (${makeId('patient_address')}, 1, ${patientId}, ${known(each.use)}, ${known(each.lines)}, ${known(each.city)}, ${known(each.state)}, ${known(each.postalCode)}, ${known(each.country)}, ${position})`)
      return
    case 'contacts':
      for (const [position, each] of fields.contacts.entries()) db.run(sql`
        INSERT INTO patient_contact (id, version, patient_id, name, relation, phone, position)
        VALUES (${makeId('patient_contact')}, 1, ${patientId}, ${each.name}, ${known(each.relation)}, ${known(each.phone)}, ${position})`)
      return
    case 'identifiers':
      for (const each of fields.identifiers) db.run(sql`
        INSERT INTO patient_identifier (id, version, patient_id, kind, system, value) VALUES (${makeId('patient_identifier')}, 1, ${patientId}, ${each.kind}, ${known(each.system)}, ${each.value})`)
      return
    case 'coverages':
      for (const [position, each] of fields.coverages.entries()) db.run(sql`
        INSERT INTO coverage (id, version, patient_id, payer_name, payer_kind, member_number, starts_on, ends_on, last_seen_on, position)
        VALUES (${makeId('coverage')}, 1, ${patientId}, ${each.payerName}, ${each.payerKind}, ${known(each.memberNumber)}, ${known(each.startsOn)}, ${known(each.endsOn)}, ${known(each.lastSeenOn)}, ${position})`)
  }
}

/** Adds one number to a patient unless it stands there; the id of the new row, or null. */
export function addIdentifier(db: WriteDb, patientId: PatientId, { kind, value }: Pick<Identifier, 'kind' | 'value'>, makeId: MakeId): string | null {
  const present = db.get(sql`SELECT 1 AS found FROM patient_identifier WHERE patient_id = ${patientId} AND kind = ${kind} AND value = ${value} AND removed_at IS NULL`)
  if (present !== undefined) return null
  const id = makeId('patient_identifier')
  db.run(sql`INSERT INTO patient_identifier (id, version, patient_id, kind, system, value) VALUES (${id}, 1, ${patientId}, ${kind}, NULL, ${value})`)
  return id
}

/** Takes single numbers out of view again. */
export function removeIdentifiers(db: WriteDb, ids: readonly string[], at: Instant): void {
  for (const id of ids) db.run(sql`UPDATE patient_identifier SET removed_at = ${at}, version = version + 1 WHERE id = ${id} AND removed_at IS NULL`)
}
