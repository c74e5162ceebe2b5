import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import { nullToUnknown } from '#shared/kernel/unknown.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { PatientId as PatientIdSchema } from '#shared/model/ids.ts'
import { Patient, type Vital } from '#shared/model/patient.ts'
import { Day, Moment } from '#shared/model/scalars.ts'
import type { ReadDb, Row } from '../../db.ts'
import { sql } from '../../sql.ts'

const text = z.string().nullable()
const PatientRow = z.object({
  id: PatientIdSchema, version: z.number(), mrn: text, familyName: z.string(), givenNames: text, prefix: text, suffix: text, sex: z.string(), birthDate: Day.nullable(),
  deceased: z.literal(['yes', 'no', 'unknown']), deathDate: Day.nullable(), deathConfirmedAt: Moment.nullable(), language: text, interpreterNeeded: z.literal(['yes', 'no']).nullable(), mergedInto: text,
})

/** The patient with names, numbers, addresses, contacts and coverage in their order; a merged record as it stood. Null when there is none. */
export function findPatient(db: ReadDb, id: PatientId): Patient | null {
  const found = db.get(sql`
    SELECT id, version, mrn, family_name AS familyName, given_names AS givenNames, prefix, suffix, sex, birth_date AS birthDate, deceased, death_date AS deathDate,
      death_confirmed_at AS deathConfirmedAt, language, interpreter_needed AS interpreterNeeded, merged_into AS mergedInto
    FROM patient WHERE id = ${id} AND removed_at IS NULL`)
  if (found === undefined) return null
  const row = PatientRow.parse(found)
  return Patient.parse({
    id: row.id, version: row.version, mrn: nullToUnknown(row.mrn), familyName: row.familyName, givenNames: nullToUnknown(row.givenNames), prefix: nullToUnknown(row.prefix), suffix: nullToUnknown(row.suffix),
    sex: row.sex, birthDate: nullToUnknown(row.birthDate), language: nullToUnknown(row.language), interpreterNeeded: nullToUnknown(row.interpreterNeeded),
    telecoms: rowsOf(db, sql`SELECT kind, coalesce(use, 'unknown') AS use, value FROM patient_telecom WHERE patient_id = ${id} AND removed_at IS NULL ORDER BY position, id LIMIT 20`),
    addresses: rowsOf(db, sql`
      SELECT coalesce(use, 'unknown') AS use, coalesce(lines, 'unknown') AS lines, coalesce(city, 'unknown') AS city, coalesce(state, 'unknown') AS state,
        coalesce(postal_code, 'unknown') AS postalCode, coalesce(country, 'unknown') AS country
      FROM patient_address WHERE patient_id = ${id} AND removed_at IS NULL ORDER BY position, id LIMIT 10`),
    contacts: rowsOf(db, sql`
      SELECT name, coalesce(relation, 'unknown') AS relation, coalesce(phone, 'unknown') AS phone
      FROM patient_contact WHERE patient_id = ${id} AND removed_at IS NULL ORDER BY position, id LIMIT 20`),
    identifiers: rowsOf(db, sql`SELECT kind, coalesce(system, 'unknown') AS system, value FROM patient_identifier WHERE patient_id = ${id} AND removed_at IS NULL ORDER BY kind, id LIMIT 30`),
    coverages: rowsOf(db, sql`
      SELECT payer_name AS payerName, payer_kind AS payerKind, coalesce(member_number, 'unknown') AS memberNumber, coalesce(starts_on, 'unknown') AS startsOn,
        coalesce(ends_on, 'unknown') AS endsOn, coalesce(last_seen_on, 'unknown') AS lastSeenOn
      FROM coverage WHERE patient_id = ${id} AND removed_at IS NULL ORDER BY position, id LIMIT 20`),
    vital: vitalOf(row.deceased, row.deathDate, row.deathConfirmedAt), mergedInto: row.mergedInto ?? 'none',
  })
}

/** The record the patient's facts are kept under: itself, or the one it was merged into, followed to the end. */
export function currentPatientId(db: ReadDb, id: PatientId): PatientId | null {
  const row = db.get(sql`
    WITH RECURSIVE way(id, next, step) AS (
      SELECT id, merged_into, 0 FROM patient WHERE id = ${id} AND removed_at IS NULL
      UNION ALL SELECT p.id, p.merged_into, way.step + 1 FROM patient p JOIN way ON p.id = way.next WHERE way.step < 50)
    SELECT id FROM way WHERE next IS NULL LIMIT 1`)
  return row === undefined ? null : PatientIdSchema.parse(row['id'])
}

export interface RecordFacts {
  readonly caseCount: number
  readonly stayCount: number
  readonly createdAt: Instant
}

const FactsRow = z.object({ caseCount: z.number(), stayCount: z.number(), createdAt: Moment })

/** How much hangs on a record: what a person weighs when two stand side by side. */
export function recordFacts(db: ReadDb, id: PatientId): RecordFacts {
  return FactsRow.parse(db.get(sql`
    SELECT (SELECT count(*) FROM "case" WHERE patient_id = p.id AND removed_at IS NULL) AS caseCount, (SELECT count(*) FROM stay WHERE patient_id = p.id AND removed_at IS NULL) AS stayCount,
      created_at AS createdAt
    FROM patient p WHERE id = ${id}`))
}

/** Name of the person who confirmed the death, or null. */
export function deathConfirmedBy(db: ReadDb, id: PatientId): string | null {
  const name = db.get(sql`SELECT m.full_name AS name FROM patient p JOIN person m ON m.id = p.death_confirmed_by WHERE p.id = ${id}`)?.['name']
  return typeof name === 'string' ? name : null
}

function vitalOf(deceased: 'yes' | 'no' | 'unknown', deathDate: z.output<typeof Day> | null, confirmedAt: Instant | null): Vital {
  if (deceased === 'yes') return { state: 'died', on: nullToUnknown(deathDate), confirmed: confirmedAt !== null }
  return { state: deceased === 'no' ? 'alive' : 'unknown' }
}

const rowsOf = (db: ReadDb, query: ReturnType<typeof sql>): Row[] => db.all(query).map(row => ({ ...row }))
