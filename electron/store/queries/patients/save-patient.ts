import { z } from 'zod'
import { sortNameOf } from '#shared/domain/caseload/patient-name.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { unknownToNull } from '#shared/kernel/unknown.ts'
import { PersonId as PersonIdSchema, type PatientId, type PersonId } from '#shared/model/ids.ts'
import type { PatientFields, Vital } from '#shared/model/patient.ts'
import { Moment } from '#shared/model/scalars.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import { insertListOf, removeListOf, listFields, type MakeId } from './patient-lists.ts'

export interface NewPatient {
  readonly id: PatientId
  readonly fields: PatientFields
  readonly at: Instant
  /** Fields an import must never overwrite: those a person typed. */
  readonly typedFields: readonly string[]
}

/** Adds a patient of whom it is not known whether he or she is alive. */
export function insertPatient(db: WriteDb, { id, fields, at, typedFields }: NewPatient, makeId: MakeId): void {
  db.run(sql`
    INSERT INTO patient (id, version, mrn, family_name, given_names, prefix, suffix, sort_name, sex, birth_date, deceased, language, interpreter_needed, typed_fields, created_at, updated_at)
    VALUES (${id}, 1, ${unknownToNull(fields.mrn)}, ${fields.familyName}, ${unknownToNull(fields.givenNames)}, ${unknownToNull(fields.prefix)}, ${unknownToNull(fields.suffix)}, ${sortNameOf(fields)},
      ${fields.sex}, ${unknownToNull(fields.birthDate)}, 'unknown', ${unknownToNull(fields.language)}, ${unknownToNull(fields.interpreterNeeded)}, ${JSON.stringify(typedFields)}, ${at}, ${at})`)
  for (const list of listFields) insertListOf(db, id, list, fields, makeId)
}

export interface PatientChange {
  readonly id: PatientId
  readonly expectedVersion: number
  readonly fields: PatientFields
  /** Names of the fields that differ: only the lists among them are written anew. */
  readonly changed: readonly string[]
  readonly typedFields: readonly string[]
  readonly at: Instant
}

/** False when the record has another version by now; nothing is written then. */
export function updatePatient(db: WriteDb, { id, expectedVersion, fields, changed, typedFields, at }: PatientChange, makeId: MakeId): boolean {
  const { changes } = db.run(sql`
    UPDATE patient SET version = version + 1, mrn = ${unknownToNull(fields.mrn)}, family_name = ${fields.familyName}, given_names = ${unknownToNull(fields.givenNames)},
      prefix = ${unknownToNull(fields.prefix)}, suffix = ${unknownToNull(fields.suffix)}, sort_name = ${sortNameOf(fields)}, sex = ${fields.sex}, birth_date = ${unknownToNull(fields.birthDate)},
      language = ${unknownToNull(fields.language)}, interpreter_needed = ${unknownToNull(fields.interpreterNeeded)}, typed_fields = ${JSON.stringify(typedFields)}, updated_at = ${at}
    WHERE id = ${id} AND version = ${expectedVersion} AND removed_at IS NULL`)
  if (changes === 0) return false
  for (const list of listFields) {
    if (!changed.includes(list)) continue
    removeListOf(db, id, list, at)
    insertListOf(db, id, list, fields, makeId)
  }
  return true
}

/** Fields a person typed of this patient. */
export function typedFieldsOf(db: ReadDb, id: PatientId): readonly string[] {
  const value = db.get(sql`SELECT typed_fields AS typed FROM patient WHERE id = ${id}`)?.['typed']
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : []
  return Array.isArray(parsed) ? parsed.filter(name => typeof name === 'string') : []
}

export interface VitalChange {
  readonly id: PatientId
  readonly expectedVersion: number
  readonly vital: Vital
  readonly by: PersonId
  readonly at: Instant
}

/** Writes what is known of life and death; a person said so, so an import no longer changes it. False when the version is another. */
export function updateVital(db: WriteDb, { id, expectedVersion, vital, by, at }: VitalChange): boolean {
  const died = vital.state === 'died'
  const confirmed = died && vital.confirmed
  const typed = JSON.stringify([...new Set([...typedFieldsOf(db, id), 'vital'])])
  const { changes } = db.run(sql`
    UPDATE patient SET version = version + 1, deceased = ${died ? 'yes' : vital.state === 'alive' ? 'no' : 'unknown'}, death_date = ${died ? unknownToNull(vital.on) : null},
      death_confirmed_at = ${confirmed ? at : null}, death_confirmed_by = ${confirmed ? by : null}, typed_fields = ${typed}, updated_at = ${at}
    WHERE id = ${id} AND version = ${expectedVersion} AND removed_at IS NULL`)
  return changes === 1
}

/** When a person confirmed the death, and who; null both while nobody has. */
export const Confirmation = z.object({ at: Moment.nullable(), by: PersonIdSchema.nullable() })
export type Confirmation = z.output<typeof Confirmation>

/** The confirmation of a patient's death as it stands. */
export const confirmationOf = (db: ReadDb, id: PatientId): Confirmation =>
  Confirmation.parse(db.get(sql`SELECT death_confirmed_at AS at, death_confirmed_by AS "by" FROM patient WHERE id = ${id}`))

/** Writes life and death as another record or an earlier state has them: nobody has just said so, so who confirmed it and what counts as typed stay as they were. */
export function restoreVital(db: WriteDb, { id, expectedVersion, vital, at }: Omit<VitalChange, 'by'>, confirmation: Confirmation): boolean {
  const died = vital.state === 'died'
  const confirmed = died && vital.confirmed
  const { changes } = db.run(sql`
    UPDATE patient SET version = version + 1, deceased = ${died ? 'yes' : vital.state === 'alive' ? 'no' : 'unknown'}, death_date = ${died ? unknownToNull(vital.on) : null},
      death_confirmed_at = ${confirmed ? confirmation.at : null}, death_confirmed_by = ${confirmed ? confirmation.by : null}, updated_at = ${at}
    WHERE id = ${id} AND version = ${expectedVersion} AND removed_at IS NULL`)
  return changes === 1
}
