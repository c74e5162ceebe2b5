import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import { nullToUnknown } from '#shared/kernel/unknown.ts'
import { PatientId, StayId, UnitId, type PatientId as PatientIdType } from '#shared/model/ids.ts'
import type { CensusAbsence } from '#shared/model/import.ts'
import { Moment } from '#shared/model/scalars.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import type { MakeId } from '../patients/patient-lists.ts'
import { findStay } from '../stays/find-stay.ts'

const text = z.string().nullable()

/** What a row says to find its stay by. `arrived`: the first and the last moment of the day of arrival at the facility. */
export interface StayClue {
  readonly visitNumber: string | 'unknown'
  readonly arrived: { readonly from: Instant; readonly to: Instant } | 'unknown'
  /** The row speaks of an outpatient; only then may the stay be one. */
  readonly outpatient: boolean
}

/** The stay a row speaks of: the one with its visit number, else the one that began on its day of arrival, else the latest one that goes on. */
export function findPresentStay(db: ReadDb, patientId: PatientId, { visitNumber, arrived, outpatient }: StayClue): Stay | null {
  const numbered = visitNumber === 'unknown' ? undefined : db.get(sql`
    SELECT id FROM stay WHERE visit_number = ${visitNumber} AND patient_id = ${patientId} AND removed_at IS NULL ORDER BY arrived_at DESC LIMIT 1`)
  const ofItsKind = sql`status <> 'cancelled' AND removed_at IS NULL AND kind NOT IN ('home-health', 'hospice') AND (kind <> 'outpatient' OR ${outpatient})`
  // A stay with another number is another stay, whatever its day.
  const sameVisit = sql`(visit_number IS NULL OR ${visitNumber} = 'unknown')`
  const ofItsDay = numbered !== undefined || arrived === 'unknown' ? undefined : db.get(sql`
    SELECT id FROM stay WHERE patient_id = ${patientId} AND arrived_at BETWEEN ${arrived.from} AND ${arrived.to} AND ${ofItsKind} AND ${sameVisit}
    ORDER BY (kind = 'outpatient') = ${outpatient} DESC, ended_at IS NOT NULL, arrived_at DESC LIMIT 1`)
  const row = numbered ?? ofItsDay ?? db.get(sql`
    SELECT id FROM stay WHERE patient_id = ${patientId} AND ended_at IS NULL AND ${ofItsKind} ORDER BY (kind = 'outpatient') = ${outpatient} DESC, arrived_at DESC LIMIT 1`)
  return row === undefined ? null : findStay(db, StayId.parse(row['id']))
}

/** The patients of the stays with this visit number. */
export const patientOfVisit = (db: ReadDb, visitNumber: string): readonly PatientIdType[] =>
  db.all(sql`SELECT DISTINCT patient_id AS id FROM stay WHERE visit_number = ${visitNumber} AND removed_at IS NULL`).map(row => PatientId.parse(row['id']))

/** Names of the units in which somebody may lie. */
export const inpatientUnitNames = (db: ReadDb): readonly string[] => db.all(sql`SELECT name FROM unit WHERE kind = 'inpatient' AND removed_at IS NULL`).map(row => String(row['name']))

/** The units the last censuses with these headers named (`RunCounts.units`). */
export function unitsOfFormerCensus(db: ReadDb, sheetKey: string): readonly string[] {
  return db
    .all(sql`
      SELECT DISTINCT u.value AS name FROM (SELECT counts FROM import_run WHERE kind = 'census' AND counts ->> 'sheetKey' = ${sheetKey} ORDER BY id DESC LIMIT 60) r, json_each(r.counts, '$.units') u`)
    .map(row => String(row['name']))
}

const UnitRow = z.object({ id: UnitId, name: z.string() })

/** Units in use, to find one by the name a census writes. */
export const listUnits = (db: ReadDb): readonly z.output<typeof UnitRow>[] => db.all(sql`SELECT id, name FROM unit WHERE removed_at IS NULL`).map(row => UnitRow.parse(row))

const BedRow = z.object({ stayId: StayId, patientId: PatientId, familyName: z.string(), givenNames: text, mrn: text, birthDate: text, sex: z.string(), unitName: text, room: text, bed: text })
export type OccupiedBed = z.output<typeof BedRow>

/** Everybody in a bed as far as the workstation knows, with the present place; stays that began after the census are not its business. */
export function occupiedBeds(db: ReadDb, before: Instant): readonly OccupiedBed[] {
  return db.all(sql`
    SELECT s.id AS stayId, p.id AS patientId, p.family_name AS familyName, p.given_names AS givenNames, p.mrn, p.birth_date AS birthDate, p.sex,
      coalesce(u.name, l.unit_name) AS unitName, l.room, l.bed
    FROM stay s JOIN patient p ON p.id = s.patient_id
      LEFT JOIN stay_location l ON l.id = (SELECT x.id FROM stay_location x WHERE x.stay_id = s.id AND x.removed_at IS NULL ORDER BY x.from_at DESC, x.id DESC LIMIT 1)
      LEFT JOIN unit u ON u.id = l.unit_id
    WHERE s.ended_at IS NULL AND s.removed_at IS NULL AND s.status IN ('emergency', 'observation', 'inpatient', 'in-care') AND s.kind IN ('hospital', 'emergency', 'irf', 'snf', 'other')
      AND s.arrived_at < ${before} AND p.removed_at IS NULL AND p.merged_into IS NULL
    ORDER BY p.sort_name, s.id`).map(row => BedRow.parse(row))
}

/** True when the stay already waits for a person's word. */
export function isAbsent(db: ReadDb, stayId: StayId): boolean {
  return db.get(sql`SELECT 1 AS found FROM census_absence WHERE stay_id = ${stayId} AND resolution IS NULL`) !== undefined
}

export function insertAbsence(db: WriteDb, stayId: StayId, patientId: PatientId, at: Instant, makeId: MakeId): void {
  db.run(sql`INSERT INTO census_absence (id, version, stay_id, patient_id, first_missing_at) VALUES (${makeId('census_absence')}, 1, ${stayId}, ${patientId}, ${at})`)
}

/** Somebody thought gone is on the census again. */
export function resolveReturned(db: WriteDb, stayId: StayId, at: Instant): boolean {
  return db.run(sql`UPDATE census_absence SET resolution = 'returned', resolved_at = ${at}, version = version + 1 WHERE stay_id = ${stayId} AND resolution IS NULL`).changes > 0
}

const AbsenceRow = z.object({
  id: z.string(), stayId: StayId, stayVersion: z.number(), patientId: PatientId, familyName: z.string(), givenNames: text, mrn: text, unitName: text, bed: text, firstMissingAt: Moment,
})

/** Who is waited for, longest first; of one patient, or of all. `nameOf` writes the name the way lists do. */
export function openAbsences(db: ReadDb, nameOf: (parts: { familyName: string; givenNames: string }) => string, patientId?: PatientId): CensusAbsence[] {
  const only = patientId ?? null
  return db.all(sql`
    SELECT a.id, a.stay_id AS stayId, s.version AS stayVersion, a.patient_id AS patientId, p.family_name AS familyName, p.given_names AS givenNames, p.mrn,
      coalesce(u.name, l.unit_name) AS unitName, l.bed, a.first_missing_at AS firstMissingAt
    FROM census_absence a JOIN stay s ON s.id = a.stay_id JOIN patient p ON p.id = a.patient_id
      LEFT JOIN stay_location l ON l.id = (SELECT x.id FROM stay_location x WHERE x.stay_id = s.id AND x.removed_at IS NULL ORDER BY x.from_at DESC, x.id DESC LIMIT 1)
      LEFT JOIN unit u ON u.id = l.unit_id
    WHERE a.resolution IS NULL AND s.ended_at IS NULL AND s.removed_at IS NULL AND p.removed_at IS NULL AND (${only} IS NULL OR a.patient_id = ${only})
    ORDER BY a.first_missing_at, p.sort_name, a.id LIMIT 500`).map(row => AbsenceRow.parse(row)).map(({ familyName, givenNames, mrn, unitName, bed, ...rest }) => ({
    ...rest, name: nameOf({ familyName, givenNames: nullToUnknown(givenNames) }), mrn: nullToUnknown(mrn), unitName: nullToUnknown(unitName), bed: nullToUnknown(bed),
  }))
}

const OpenAbsence = z.object({ id: z.string(), stayId: StayId, patientId: PatientId })

export function findOpenAbsence(db: ReadDb, id: string): z.output<typeof OpenAbsence> | null {
  const row = db.get(sql`SELECT id, stay_id AS stayId, patient_id AS patientId FROM census_absence WHERE id = ${id} AND resolution IS NULL`)
  return row === undefined ? null : OpenAbsence.parse(row)
}
