import { readFileSync } from 'node:fs'
import { parseTemplates } from '#electron/services/recovery/parse-templates.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import type { CaseFacts, DiagnosisFact, ProcedureFact } from '#shared/domain/recovery/case-facts.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../resources/recovery/${name}`, import.meta.url), 'utf8'))

/** The templates as they are delivered. */
export const library = parseTemplates(read('recovery_milestones.draft.json'), read('template-words.json'))

export const day = plainDate
export const today = day('2026-11-22')

/** A hospital stay that began three days ago and goes on. */
export function someFacts(overrides: Partial<CaseFacts> = {}): CaseFacts {
  return {
    reason: 'Discharge planning', drgCode: 'not-assigned', openedOn: day('2026-11-19'), admittedOn: day('2026-11-19'), inpatientFrom: day('2026-11-19'),
    dischargedOn: 'not-discharged', edd: 'unknown', destination: 'unknown', stayClass: 'inpatient', payers: [], drugs: 'unknown', diagnoses: [], procedures: [],
    expectedStay: { state: 'unknown', why: 'DRG not assigned yet' }, ...overrides,
  }
}

export function aDiagnosis(overrides: Partial<DiagnosisFact>): DiagnosisFact {
  return { label: 'Something', codeSystem: 'unknown', code: 'unknown', clinicalStatus: 'active', verification: 'confirmed', isHistory: false, inStay: true, onsetOn: 'unknown', abatedOn: 'unknown', ...overrides }
}

export function aProcedure(overrides: Partial<ProcedureFact>): ProcedureFact {
  return { label: 'Something', codeSystem: 'unknown', code: 'unknown', status: 'completed', inStay: true, performedOn: 'unknown', ...overrides }
}

export function templateOf(id: string) {
  const found = library.templates.find(template => template.id === id)
  if (found === undefined) throw new Error(`no template ${id}`)
  return found
}
