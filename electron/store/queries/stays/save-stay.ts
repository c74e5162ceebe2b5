import type { StayFields } from '#shared/contract/stays.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { unknownToNull } from '#shared/kernel/unknown.ts'
import type { CaseId, PatientId, PersonId, StayId } from '#shared/model/ids.ts'
import type { StatusChange, Stay, UnitMove } from '#shared/model/stay.ts'
import type { WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import type { MakeId } from '../patients/patient-lists.ts'

/** What follows from the status changes and is stored beside them. */
export interface StayEnds {
  readonly arrivedAt: Instant
  readonly endedAt: Instant | 'ongoing'
  readonly status: Stay['status']
}

/** Who writes a stay and when: each status remembers it. */
export interface Scribe {
  readonly at: Instant
  readonly by: PersonId
  readonly makeId: MakeId
}

export interface NewStay {
  readonly id: StayId
  readonly patientId: PatientId
  readonly caseId: CaseId | 'none'
  readonly fields: StayFields
  readonly ends: StayEnds
}

export function insertStay(db: WriteDb, { id, patientId, caseId, fields, ends }: NewStay, scribe: Scribe): void {
  db.run(sql`
    INSERT INTO stay (id, version, patient_id, case_id, kind, visit_number, facility_name, reason, arrived_at, ended_at, disposition, attending, status)
    VALUES (${id}, 1, ${patientId}, ${caseId === 'none' ? null : caseId}, ${fields.kind}, ${unknownToNull(fields.visitNumber)}, ${unknownToNull(fields.facilityName)}, ${unknownToNull(fields.reason)},
      ${ends.arrivedAt}, ${ends.endedAt === 'ongoing' ? null : ends.endedAt}, ${unknownToNull(fields.disposition)}, ${unknownToNull(fields.attending)}, ${ends.status})`)
  for (const change of fields.statusChanges) insertStatus(db, id, change, scribe)
  for (const move of fields.unitMoves) insertMove(db, id, move, scribe)
}

/** Replaces what is known of a stay. Rows that stay as they are keep their ids, a disposition this version does not know its text. False when the version is another by now. */
export function updateStay(db: WriteDb, before: Stay, expectedVersion: number, { caseId, fields, ends }: Omit<NewStay, 'id' | 'patientId'>, scribe: Scribe): boolean {
  const { changes } = db.run(sql`
    UPDATE stay SET version = version + 1, case_id = ${caseId === 'none' ? null : caseId}, kind = ${fields.kind}, visit_number = ${unknownToNull(fields.visitNumber)},
      facility_name = ${unknownToNull(fields.facilityName)}, reason = ${unknownToNull(fields.reason)}, arrived_at = ${ends.arrivedAt}, ended_at = ${ends.endedAt === 'ongoing' ? null : ends.endedAt},
      disposition = CASE WHEN ${fields.disposition === before.disposition} THEN disposition ELSE ${unknownToNull(fields.disposition)} END, attending = ${unknownToNull(fields.attending)}, status = ${ends.status}
    WHERE id = ${before.id} AND version = ${expectedVersion} AND removed_at IS NULL`)
  if (changes === 0) return false
  for (const change of before.statusChanges) if (!fields.statusChanges.some(each => isSameChange(each, change))) removeStatus(db, before.id, change, scribe.at)
  for (const change of fields.statusChanges) if (!before.statusChanges.some(each => isSameChange(each, change))) insertStatus(db, before.id, change, scribe)
  for (const move of before.unitMoves) if (!fields.unitMoves.some(each => isSameMove(each, move))) removeMove(db, before.id, move, scribe.at)
  for (const move of fields.unitMoves) if (!before.unitMoves.some(each => isSameMove(each, move))) insertMove(db, before.id, move, scribe)
  return true
}

/** Hangs a stay on a case, or on none. */
export function updateCaseOfStay(db: WriteDb, id: StayId, caseId: CaseId): void {
  db.run(sql`UPDATE stay SET case_id = ${caseId}, version = version + 1 WHERE id = ${id}`)
}

/** The census no longer asks about this stay. */
export function resolveAbsence(db: WriteDb, id: StayId, resolution: 'discharged' | 'still-here', at: Instant): void {
  db.run(sql`UPDATE census_absence SET resolution = ${resolution}, resolved_at = ${at}, version = version + 1 WHERE stay_id = ${id} AND resolution IS NULL`)
}

function insertStatus(db: WriteDb, stayId: StayId, change: StatusChange, { at, by, makeId }: Scribe): void {
  db.run(sql`
    INSERT INTO stay_status (id, version, stay_id, status, from_at, recorded_at, recorded_by) VALUES (${makeId('stay_status')}, 1, ${stayId}, ${change.status}, ${change.from}, ${at}, ${by})`)
}

function removeStatus(db: WriteDb, stayId: StayId, change: StatusChange, at: Instant): void {
  db.run(sql`UPDATE stay_status SET removed_at = ${at}, version = version + 1 WHERE stay_id = ${stayId} AND status = ${change.status} AND from_at = ${change.from} AND removed_at IS NULL`)
}

function insertMove(db: WriteDb, stayId: StayId, move: UnitMove, { makeId }: Scribe): void {
  db.run(sql`
    INSERT INTO stay_location (id, version, stay_id, unit_id, unit_name, room, bed, from_at)
    VALUES (${makeId('stay_location')}, 1, ${stayId}, ${unknownToNull(move.unitId)}, ${unknownToNull(move.unitName)}, ${unknownToNull(move.room)}, ${unknownToNull(move.bed)}, ${move.from})`)
}

// By all it says: a source may give ward and bed the same moment.
function removeMove(db: WriteDb, stayId: StayId, move: UnitMove, at: Instant): void {
  db.run(sql`UPDATE stay_location SET removed_at = ${at}, version = version + 1 WHERE stay_id = ${stayId} AND from_at = ${move.from}
      AND unit_id IS ${unknownToNull(move.unitId)} AND room IS ${unknownToNull(move.room)} AND bed IS ${unknownToNull(move.bed)}
      AND coalesce((SELECT name FROM unit WHERE id = unit_id), unit_name) IS ${unknownToNull(move.unitName)} AND removed_at IS NULL`)
}

const isSameChange = (a: StatusChange, b: StatusChange): boolean => a.status === b.status && a.from === b.from
const isSameMove = (a: UnitMove, b: UnitMove): boolean => a.unitId === b.unitId && a.unitName === b.unitName && a.room === b.room && a.bed === b.bed && a.from === b.from
