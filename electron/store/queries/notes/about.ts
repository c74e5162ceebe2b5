import { z } from 'zod'
import { PatientId as PatientIdSchema, type CaseId, type PatientId } from '#shared/model/ids.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const Row = z.object({ caseFound: z.number().int() })

/** Whether what is written about exists: the patient, and the case as one of the patient's. */
export function aboutState(db: ReadDb, patientId: PatientId, caseId: CaseId | 'none'): 'fine' | 'no-patient' | 'no-case' {
  const raw = db.get(sql`
    SELECT ${caseId} = 'none' OR EXISTS (SELECT 1 FROM "case" c WHERE c.id = ${caseId} AND c.patient_id = p.id AND c.removed_at IS NULL) AS caseFound
    FROM patient p WHERE p.id = ${patientId} AND p.removed_at IS NULL AND p.merged_into IS NULL`)
  if (raw === undefined) return 'no-patient'
  return Row.parse(raw).caseFound === 0 ? 'no-case' : 'fine'
}

const NameRow = z.object({ patientId: PatientIdSchema, patientName: z.string() })

/** The patient of a case, or a patient alone, with the name; null when neither is here. */
export function nameAbout(db: ReadDb, patientId: PatientId | 'none', caseId: CaseId | 'none'): { readonly found: 'yes'; readonly patientId: PatientId; readonly caseId: CaseId | 'none'; readonly patientName: string } | null {
  const raw = db.get(sql`
    SELECT p.id AS patientId, p.family_name || coalesce(', ' || p.given_names, '') AS patientName FROM patient p
    WHERE p.id = coalesce((SELECT c.patient_id FROM "case" c WHERE c.id = ${caseId}), ${patientId}) AND p.removed_at IS NULL`)
  if (raw === undefined) return null
  return { found: 'yes', ...NameRow.parse(raw), caseId }
}
