import type { CaseFields } from '#shared/model/case.ts'

/** A case as a person would open it; override what matters. */
export function aCase(overrides: Partial<CaseFields> = {}): CaseFields {
  return {
    reason: 'Heart failure', program: 'hospital', unitId: 'unknown', caseManagerId: 'unassigned', drgCode: 'not-assigned', goalLosDays: 'none', risk: 'unknown', sensitivity: 'none', destination: 'unknown',
    ...overrides,
  }
}
