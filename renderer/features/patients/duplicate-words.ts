import { plural } from '#shared/kernel/plural.ts'
import type { DuplicateReason } from '#shared/model/duplicate.ts'
import type { PatientAtAGlance } from '#shared/contract/patients.ts'
import type { PatientFields } from '#shared/model/patient.ts'
import type { ComparedRecord } from './compare-records.tsx'

/** Why two records may be one person, in lower case. */
export const duplicateReasonWords: Readonly<Record<DuplicateReason, string>> = { 'same-mrn': 'same MRN', 'same-name-and-birth-date': 'same name and birth date' }

/** "Same MRN, same name and birth date." */
export function whyAlike(reasons: readonly DuplicateReason[]): string {
  const words = reasons.map(reason => duplicateReasonWords[reason]).join(', ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
}

/** "1 case, 2 stays": what hangs on a record. */
export const whatItHas = ({ caseCount, stayCount }: PatientAtAGlance): string => `${plural(caseCount, 'case')}, ${plural(stayCount, 'stay')}`

/** A stored record as it stands beside another. */
export function comparedGlance(glance: PatientAtAGlance): ComparedRecord {
  const { id: _id, version: _version, vital, mergedInto: _mergedInto, ...fields } = glance.patient
  return { fields, vital, counts: whatItHas(glance) }
}

/** What is being typed, as it stands beside a stored record. */
export const comparedFields = (fields: PatientFields): ComparedRecord => ({ fields, vital: null, counts: 'Not saved yet' })
