import { unknownToNull } from '#shared/kernel/unknown.ts'
import type { IncomingContent } from '#shared/domain/interchange/incoming.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'

/** Everything that comes in but stays, which have parts of their own. */
export type ClinicalContent = Exclude<IncomingContent, { entity: 'stay' }>

/** `stayId`: the record of the stay it belongs to, null when none. */
export function insertRecord(db: WriteDb, id: string, patientId: PatientId, content: ClinicalContent, stayId: string | null): void {
  db.run(insertion(id, patientId, content, stayId))
}

export function updateRecord(db: WriteDb, id: string, content: ClinicalContent, stayId: string | null): void {
  db.run(sql`UPDATE ${tables[content.entity]} SET version = version + 1, ${assignments(content, stayId)} WHERE id = ${id}`)
}

/** Coverage of the same payer that came from elsewhere: one payer stands once. */
export function findCoverage(db: ReadDb, patientId: PatientId, payerName: string): string | null {
  const id = db.get(sql`SELECT id FROM coverage WHERE patient_id = ${patientId} AND payer_name = ${payerName} COLLATE NOCASE AND removed_at IS NULL ORDER BY position LIMIT 1`)?.['id']
  return typeof id === 'string' ? id : null
}

const tables: Readonly<Record<ClinicalContent['entity'], SqlQuery>> = {
  condition: sql`condition`, procedure: sql`"procedure"`, medication: sql`medication`, allergy: sql`allergy`, care_plan: sql`care_plan`, care_team_member: sql`care_team_member`, coverage: sql`coverage`,
  instrument_result: sql`instrument_result`,
}

const known = unknownToNull

function insertion(id: string, patientId: PatientId, content: ClinicalContent, stayId: string | null): SqlQuery {
  switch (content.entity) {
    case 'condition':
      return sql`INSERT INTO condition (id, version, patient_id, stay_id, code_system, code, label, clinical_status, verification, onset_on, abated_on, is_history)
        VALUES (${id}, 1, ${patientId}, ${stayId}, ${known(content.codeSystem)}, ${known(content.code)}, ${content.label}, ${content.clinicalStatus}, ${content.verification}, ${known(content.onsetOn)}, ${known(content.abatedOn)}, ${content.isHistory})`
    case 'procedure':
      return sql`INSERT INTO "procedure" (id, version, patient_id, stay_id, code_system, code, label, status, performed_on)
        VALUES (${id}, 1, ${patientId}, ${stayId}, ${known(content.codeSystem)}, ${known(content.code)}, ${content.label}, ${content.status}, ${known(content.performedOn)})`
    case 'medication':
      return sql`INSERT INTO medication (id, version, patient_id, code_system, code, label, status, dose_text, authored_on)
        VALUES (${id}, 1, ${patientId}, ${known(content.codeSystem)}, ${known(content.code)}, ${content.label}, ${content.status}, ${known(content.doseText)}, ${known(content.authoredOn)})`
    case 'allergy':
      return sql`INSERT INTO allergy (id, version, patient_id, code_system, code, label, clinical_status, criticality, reaction, recorded_on)
        VALUES (${id}, 1, ${patientId}, ${known(content.codeSystem)}, ${known(content.code)}, ${content.label}, ${content.clinicalStatus}, ${content.criticality}, ${known(content.reaction)}, ${known(content.recordedOn)})`
    case 'care_plan':
      return sql`INSERT INTO care_plan (id, version, patient_id, label, status, starts_on, ends_on, activities)
        VALUES (${id}, 1, ${patientId}, ${content.label}, ${content.status}, ${known(content.startsOn)}, ${known(content.endsOn)}, ${JSON.stringify(content.activities)})`
    case 'care_team_member':
      return sql`INSERT INTO care_team_member (id, version, patient_id, name, role, organization) VALUES (${id}, 1, ${patientId}, ${content.name}, ${known(content.role)}, ${known(content.organization)})`
    case 'coverage':
      return sql`INSERT INTO coverage (id, version, patient_id, payer_name, payer_kind, member_number, starts_on, ends_on, last_seen_on, position)
        VALUES (${id}, 1, ${patientId}, ${content.payerName}, ${content.payerKind}, ${known(content.memberNumber)}, ${known(content.startsOn)}, ${known(content.endsOn)}, ${known(content.lastSeenOn)}, 0)`
    case 'instrument_result':
      return sql`INSERT INTO instrument_result (id, version, patient_id, stay_id, instrument_id, taken_on, total, items)
        VALUES (${id}, 1, ${patientId}, ${stayId}, ${content.instrumentId}, ${content.takenOn}, ${known(content.total)}, ${itemsOf(content)})`
  }
}

function assignments(content: ClinicalContent, stayId: string | null): SqlQuery {
  switch (content.entity) {
    case 'condition':
      return sql`stay_id = ${stayId}, code_system = ${known(content.codeSystem)}, code = ${known(content.code)}, label = ${content.label}, clinical_status = ${content.clinicalStatus},
        verification = ${content.verification}, onset_on = ${known(content.onsetOn)}, abated_on = ${known(content.abatedOn)}, is_history = ${content.isHistory}`
    case 'procedure':
      return sql`stay_id = ${stayId}, code_system = ${known(content.codeSystem)}, code = ${known(content.code)}, label = ${content.label}, status = ${content.status}, performed_on = ${known(content.performedOn)}`
    case 'medication':
      return sql`code_system = ${known(content.codeSystem)}, code = ${known(content.code)}, label = ${content.label}, status = ${content.status}, dose_text = ${known(content.doseText)}, authored_on = ${known(content.authoredOn)}`
    case 'allergy':
      return sql`code_system = ${known(content.codeSystem)}, code = ${known(content.code)}, label = ${content.label}, clinical_status = ${content.clinicalStatus}, criticality = ${content.criticality},
        reaction = ${known(content.reaction)}, recorded_on = ${known(content.recordedOn)}`
    case 'care_plan':
      return sql`label = ${content.label}, status = ${content.status}, starts_on = ${known(content.startsOn)}, ends_on = ${known(content.endsOn)}, activities = ${JSON.stringify(content.activities)}`
    case 'care_team_member':
      return sql`name = ${content.name}, role = ${known(content.role)}, organization = ${known(content.organization)}`
    case 'coverage':
      // An older file must not make a payer look unseen since. A source that tells a term says whether it has an end; one that only saw the payer takes back an end before that day.
      return sql`payer_kind = CASE WHEN ${content.payerKind} = 'unknown' THEN payer_kind ELSE ${content.payerKind} END, member_number = coalesce(${known(content.memberNumber)}, member_number),
        starts_on = coalesce(${known(content.startsOn)}, starts_on), ends_on = CASE WHEN ${content.startsOn === 'unknown' && content.endsOn === 'unknown'} AND (ends_on IS NULL OR ends_on >= coalesce(${known(content.lastSeenOn)}, '')) THEN ends_on ELSE ${known(content.endsOn)} END,
        last_seen_on = nullif(max(coalesce(last_seen_on, ''), coalesce(${known(content.lastSeenOn)}, '')), '')`
    case 'instrument_result':
      return sql`stay_id = ${stayId}, instrument_id = ${content.instrumentId}, taken_on = ${content.takenOn}, total = ${known(content.total)}, items = ${itemsOf(content)}`
  }
}

const itemsOf = ({ items }: Extract<ClinicalContent, { entity: 'instrument_result' }>): string | null => (items === 'none' ? null : JSON.stringify(items))
