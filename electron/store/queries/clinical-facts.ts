import { z } from 'zod'
import { FactsSeen } from '#shared/contract/patients.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { sql, type SqlQuery } from '../sql.ts'
import type { ReadDb } from '../db.ts'

const MOST = 500

/** What was seen of a patient elsewhere, newest first; at most 500 of a kind. */
export function clinicalFactsOf(db: ReadDb, patientId: PatientId): FactsSeen {
  const coded = sql`id, coalesce(code_system, 'unknown') AS codeSystem, coalesce(code, 'unknown') AS code, label`
  const mine = sql`WHERE patient_id = ${patientId} AND removed_at IS NULL`
  return FactsSeen.parse({
    conditions: listOf(db, sql`
      SELECT ${coded}, clinical_status AS clinicalStatus, verification, coalesce(onset_on, 'unknown') AS onsetOn, coalesce(abated_on, 'unknown') AS abatedOn, is_history AS history,
        coalesce(stay_id, 'none') AS stayId FROM condition ${mine} ORDER BY onset_on DESC, label, id`).map(row => ({ ...row, history: Flag.parse(row['history']) === 1 })),
    procedures: listOf(db, sql`SELECT ${coded}, status, coalesce(performed_on, 'unknown') AS performedOn, coalesce(stay_id, 'none') AS stayId FROM "procedure" ${mine} ORDER BY performed_on DESC, label, id`),
    medications: listOf(db, sql`
      SELECT ${coded}, status, coalesce(dose_text, 'unknown') AS doseText, coalesce(authored_on, 'unknown') AS authoredOn FROM medication ${mine} ORDER BY status = 'active' DESC, authored_on DESC, label, id`),
    allergies: listOf(db, sql`
      SELECT ${coded}, clinical_status AS clinicalStatus, criticality, coalesce(reaction, 'unknown') AS reaction, coalesce(recorded_on, 'unknown') AS recordedOn FROM allergy ${mine} ORDER BY label, id`),
    carePlans: listOf(db, sql`
      SELECT id, label, status, coalesce(starts_on, 'unknown') AS startsOn, coalesce(ends_on, 'unknown') AS endsOn, coalesce(activities, 'unknown') AS activities FROM care_plan ${mine}
      ORDER BY status = 'active' DESC, starts_on DESC, label, id`),
    careTeam: listOf(db, sql`SELECT id, name, coalesce(role, 'unknown') AS role, coalesce(organization, 'unknown') AS organization FROM care_team_member ${mine} ORDER BY name, id`),
    instruments: listOf(db, sql`
      SELECT id, instrument_id AS instrumentId, taken_on AS takenOn, coalesce(total, 'unknown') AS total FROM instrument_result ${mine} ORDER BY taken_on DESC, instrument_id, id`),
  })
}

const Flag = z.number().int()
const listOf = (db: ReadDb, query: SqlQuery) => db.all(sql`${query} LIMIT ${MOST}`).map(row => ({ ...row }))
