import { destinationNames, programNames, riskNames, sensitivityNames } from '#shared/domain/caseload/words.ts'
import type { CaseEvent } from '#shared/model/case-event.ts'
import { CaseFields } from '#shared/model/case.ts'
import type { Case } from '#shared/model/case.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { mayCarryCases, nameOfPerson, nameOfUnit } from '#electron/store/queries/cases/case-choices.ts'
import { invalid } from '../refusals.ts'

const names = CaseFields.keyof().options

/** The fields of a case a person types. */
export function fieldsOfCase(found: Case): CaseFields {
  const { reason, program, unitId, caseManagerId, drgCode, goalLosDays, risk, sensitivity, destination } = found
  return { reason, program, unitId, caseManagerId, drgCode, goalLosDays, risk, sensitivity, destination }
}

/** Refuses a unit that does not exist and a person who cannot carry cases. A person who left may stay on a case, but not be put on it. */
export function checkChoices(db: ReadDb, fields: CaseFields, before?: CaseFields): void {
  if (fields.unitId !== 'unknown' && fields.unitId !== before?.unitId && nameOfUnit(db, fields.unitId) === null) throw invalid('fields.unitId', 'This unit is not in the store.')
  if (fields.caseManagerId !== 'unassigned' && fields.caseManagerId !== before?.caseManagerId && !mayCarryCases(db, fields.caseManagerId)) {
    throw invalid('fields.caseManagerId', 'This person cannot carry cases.')
  }
}

/** What differs, in the words shown at the time. */
export function caseChanges(db: ReadDb, before: CaseFields, after: CaseFields): CaseEvent['changes'] {
  return names.filter(name => before[name] !== after[name]).map(name => ({ field: fieldWords[name], from: wordsOf(db, name, before), to: wordsOf(db, name, after) }))
}

/** Names of the fields that differ, for the audit. */
export const changedCaseFields = (before: CaseFields, after: CaseFields): readonly string[] => names.filter(name => before[name] !== after[name])

const fieldWords: Readonly<Record<keyof CaseFields, string>> = {
  reason: 'Reason', program: 'Program', unitId: 'Unit', caseManagerId: 'Case manager', drgCode: 'Working MS-DRG', goalLosDays: 'Goal length of stay', risk: 'Risk', sensitivity: 'Sensitivity', destination: 'Destination',
}

function wordsOf(db: ReadDb, name: keyof CaseFields, fields: CaseFields): string {
  switch (name) {
    case 'reason': return fields.reason
    case 'program': return programNames[fields.program]
    case 'unitId': return fields.unitId === 'unknown' ? 'Not known' : (nameOfUnit(db, fields.unitId) ?? 'Not known')
    case 'caseManagerId': return fields.caseManagerId === 'unassigned' ? 'Unassigned' : (nameOfPerson(db, fields.caseManagerId) ?? 'Not known')
    case 'drgCode': return fields.drgCode === 'not-assigned' ? 'Not assigned yet' : fields.drgCode
    case 'goalLosDays': return fields.goalLosDays === 'none' ? 'None' : `${fields.goalLosDays} d`
    case 'risk': return riskNames[fields.risk]
    case 'sensitivity': return sensitivityNames[fields.sensitivity]
    case 'destination': return fields.destination === 'unknown' ? 'Not known' : destinationNames[fields.destination]
  }
}
