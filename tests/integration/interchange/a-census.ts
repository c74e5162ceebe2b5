import { CaseId, PatientId } from '#shared/model/ids.ts'
import { sql } from '#electron/store/sql.ts'
import type { TestCore } from '#tests/support/core.ts'

/** A census as of a written moment (`11/22/2026 07:02`): its title, its headers, its rows. */
export const aCensus = (asOf: string, headers: string, ...rows: readonly string[]): string => ['Test Hospital daily census', `As of ${asOf}`, headers, ...rows, ''].join('\n')

/** The patient with this MRN who was added first. */
export const patientByMrn = ({ deps: { store } }: TestCore, mrn: string): PatientId => PatientId.parse(store.read(db => db.get(sql`SELECT id FROM patient WHERE mrn = ${mrn} ORDER BY id LIMIT 1`))?.['id'])

/** The case of that patient that was opened last and is not closed. */
export const openCaseIdOf = (core: TestCore, mrn: string): CaseId =>
  CaseId.parse(core.deps.store.read(db => db.get(sql`SELECT id FROM "case" WHERE patient_id = ${patientByMrn(core, mrn)} AND status <> 'closed' ORDER BY id DESC LIMIT 1`))?.['id'])
