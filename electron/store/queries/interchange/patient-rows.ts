import { sortNameOf } from '#shared/domain/caseload/patient-name.ts'
import type { IncomingFields } from '#shared/domain/interchange/incoming.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { unknownToNull } from '#shared/kernel/unknown.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { Vital } from '#shared/model/patient.ts'
import type { WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import { insertListOf, removeListOf, type MakeId } from '../patients/patient-lists.ts'

/** Writes the fields an import changes. Unlike a person's correction it leaves `typed_fields` alone, so that a later import may change them again. */
export function updateImportedFields(db: WriteDb, id: PatientId, fields: IncomingFields, changed: readonly string[], at: Instant, makeId: MakeId): void {
  const known = unknownToNull
  db.run(sql`
    UPDATE patient SET version = version + 1, mrn = ${known(fields.mrn)}, family_name = ${fields.familyName}, given_names = ${known(fields.givenNames)}, prefix = ${known(fields.prefix)},
      suffix = ${known(fields.suffix)}, sort_name = ${sortNameOf(fields)}, sex = ${fields.sex}, birth_date = ${known(fields.birthDate)}, language = ${known(fields.language)},
      interpreter_needed = ${known(fields.interpreterNeeded)}, updated_at = ${at}
    WHERE id = ${id}`)
  const all = { ...fields, coverages: [] }
  for (const list of ['telecoms', 'addresses', 'contacts', 'identifiers'] as const) {
    if (!changed.includes(list)) continue
    removeListOf(db, id, list, at)
    insertListOf(db, id, list, all, makeId)
  }
}

/** A death (or "alive") that a source tells of: never confirmed, that is a person's word. */
export function updateImportedVital(db: WriteDb, id: PatientId, vital: Vital, at: Instant): void {
  db.run(sql`
    UPDATE patient SET version = version + 1, deceased = ${vital.state === 'died' ? 'yes' : vital.state === 'alive' ? 'no' : 'unknown'},
      death_date = ${vital.state === 'died' ? unknownToNull(vital.on) : null}, updated_at = ${at}
    WHERE id = ${id}`)
}
