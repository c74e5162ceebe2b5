import { z } from 'zod'
import type { Identity } from '#shared/domain/caseload/duplicates.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { PatientId, type PersonId } from '#shared/model/ids.ts'
import type { PatientId as Id } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import type { MakeId } from './patient-lists.ts'

/** Patients with the same MRN, now or among their numbers, or the same birth date: those worth comparing (`duplicateReasons`). At most 200; by index. */
export function patientsWorthComparing(db: ReadDb, identity: Pick<Identity, 'mrn' | 'birthDate'>): readonly Id[] {
  const byMrn = identity.mrn === 'unknown' ? [] : db.all(sql`
    SELECT id FROM patient WHERE mrn = ${identity.mrn} COLLATE NOCASE AND removed_at IS NULL AND merged_into IS NULL LIMIT 100`)
  const byNumber = identity.mrn === 'unknown' ? [] : db.all(sql`
    SELECT p.id FROM patient_identifier i JOIN patient p ON p.id = i.patient_id WHERE i.value IN (${identity.mrn}, ${identity.mrn.toUpperCase()}, ${identity.mrn.toLowerCase()}) AND i.removed_at IS NULL AND p.removed_at IS NULL AND p.merged_into IS NULL LIMIT 100`)
  const byBirth = identity.birthDate === 'unknown' ? [] : db.all(sql`
    SELECT id FROM patient WHERE birth_date = ${identity.birthDate} AND removed_at IS NULL AND merged_into IS NULL LIMIT 100`)
  return [...new Set([...byMrn, ...byNumber, ...byBirth].map(row => PatientId.parse(row['id'])))]
}

const PairRow = z.object({ one: PatientId, other: PatientId })
export type Pair = z.output<typeof PairRow>

/** Pairs of the store with the same MRN, or the same sort name and birth date, that nobody has decided on. At most 200. */
export function undecidedPairs(db: ReadDb): readonly Pair[] {
  const rows = db.all(sql`
    SELECT a.id AS one, b.id AS other FROM (
        SELECT mrn FROM patient WHERE mrn IS NOT NULL AND removed_at IS NULL AND merged_into IS NULL GROUP BY mrn COLLATE NOCASE HAVING count(*) > 1 LIMIT 200) twice
      JOIN patient a ON a.mrn = twice.mrn COLLATE NOCASE JOIN patient b ON b.mrn = twice.mrn COLLATE NOCASE AND b.id > a.id
    WHERE a.removed_at IS NULL AND a.merged_into IS NULL AND b.removed_at IS NULL AND b.merged_into IS NULL AND ${undecided}
    UNION
    SELECT a.id, b.id FROM (
        SELECT birth_date, sort_name FROM patient WHERE birth_date IS NOT NULL AND removed_at IS NULL AND merged_into IS NULL GROUP BY birth_date, sort_name HAVING count(*) > 1 LIMIT 200) twice
      JOIN patient a ON a.birth_date = twice.birth_date AND a.sort_name = twice.sort_name JOIN patient b ON b.birth_date = twice.birth_date AND b.sort_name = twice.sort_name AND b.id > a.id
    WHERE a.removed_at IS NULL AND a.merged_into IS NULL AND b.removed_at IS NULL AND b.merged_into IS NULL AND ${undecided}
    LIMIT 200`)
  return rows.map(row => PairRow.parse(row))
}

const undecided = sql`NOT EXISTS (SELECT 1 FROM duplicate_decision d WHERE d.decision = 'apart' AND ((d.patient_id = a.id AND d.other_patient_id = b.id) OR (d.patient_id = b.id AND d.other_patient_id = a.id)))`

/** True when a person keeps the two apart. */
export function areKeptApart(db: ReadDb, one: Id, other: Id): boolean {
  return db.get(sql`
    SELECT 1 AS found FROM duplicate_decision
    WHERE decision = 'apart' AND ((patient_id = ${one} AND other_patient_id = ${other}) OR (patient_id = ${other} AND other_patient_id = ${one}))`) !== undefined
}

/** Whoever a person keeps apart from this record. */
export const keptApartFrom = (db: ReadDb, id: Id): readonly Id[] =>
  db.all(sql`SELECT CASE WHEN patient_id = ${id} THEN other_patient_id ELSE patient_id END AS other FROM duplicate_decision WHERE decision = 'apart' AND ${id} IN (patient_id, other_patient_id)`).map(row => PatientId.parse(row['other']))

/** Remembers that two look-alikes are two people. Said twice is said once. */
export function keepApart(db: WriteDb, one: Id, other: Id, by: PersonId, at: Instant, makeId: MakeId): void {
  if (areKeptApart(db, one, other)) return
  const [first, second] = one < other ? [one, other] : [other, one]
  db.run(sql`
    INSERT INTO duplicate_decision (id, version, patient_id, other_patient_id, decision, decided_by, decided_at) VALUES (${makeId('duplicate_decision')}, 1, ${first}, ${second}, 'apart', ${by}, ${at})
    ON CONFLICT (patient_id, other_patient_id) DO UPDATE SET decision = 'apart', decided_by = excluded.decided_by, decided_at = excluded.decided_at, version = version + 1`)
}
