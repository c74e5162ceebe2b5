import { plainDate } from '#shared/kernel/plain-date.ts'
import type { CaseFields } from '#shared/model/case.ts'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import type { CaseRecovery, EntryView } from '#shared/contract/recovery.ts'
import { sql } from '#electron/store/sql.ts'
import { aCase } from '#tests/builders/a-case.ts'
import { aPatient } from '#tests/builders/a-patient.ts'
import { aStay } from '#tests/builders/a-stay.ts'
import type { TestCore } from '#tests/support/core.ts'

export const day = plainDate

export interface HipCase {
  readonly patientId: PatientId
  readonly caseId: CaseId
}

/** A patient whose hip was replaced on 20 November 2026, the day of admission; today is the 22nd. */
export async function aHipCase(core: TestCore, fields: Partial<CaseFields> = {}): Promise<HipCase> {
  const { patientId } = await core.call('patients.create', { fields: aPatient(), keepApartFrom: [] })
  const { stayId } = await core.call('stays.record', { patientId, caseId: 'none', fields: aStay() })
  const { caseId } = await core.call('cases.open', {
    patientId, stayId, openedOn: day('2026-11-20'), fields: aCase({ reason: 'Left hip replacement', drgCode: '470', caseManagerId: core.people['case-manager'], ...fields }),
  })
  core.deps.store.write(core.context(), db => {
    db.run(sql`INSERT INTO "procedure" (id, version, patient_id, stay_id, code_system, code, label, status, performed_on) VALUES (${core.deps.ids.next('procedure')}, 1, ${patientId}, ${stayId}, 'ICD-10-PCS', '0SRB04Z', 'Replacement of left hip joint', 'completed', '2026-11-20')`)
    db.audit({ action: 'test.procedure', entity: 'patient', entityId: patientId, patientId })
  })
  return { patientId, caseId }
}

export const placeHip = (core: TestCore, caseId: CaseId) => core.call('recovery.place', { caseId, templateId: 'tha', anchors: {}, rows: 'defaults' })

export function entryOf(recovery: CaseRecovery, code: string): EntryView {
  const entry = recovery.entries.find(one => one.code === code)
  if (entry === undefined) throw new Error(`no entry ${code}`)
  return entry
}

/** The windows of all entries by code: what must be the same after an undo. */
export const plansOf = (recovery: CaseRecovery) => Object.fromEntries(recovery.entries.map(({ code, planned }) => [code, planned]))
export const baselinesOf = (recovery: CaseRecovery) => Object.fromEntries(recovery.entries.map(({ code, baseline }) => [code, baseline]))
