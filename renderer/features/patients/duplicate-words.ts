import type { DuplicateReason } from '#shared/model/duplicate.ts'
import type { PatientAtAGlance } from '#shared/contract/patients.ts'
import type { PatientFields } from '#shared/model/patient.ts'
import type { ComparedRecord } from './compare-records.tsx'

const reasonWords: Readonly<Record<DuplicateReason, string>> = { 'same-mrn': 'same MRN', 'same-name-and-birth-date': 'same name and birth date' }

/** "Same MRN, same name and birth date." */
export function whyAlike(reasons: readonly DuplicateReason[]): string {
  const words = reasons.map(reason => reasonWords[reason]).join(', ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

export function comparedGlance({ patient, caseCount, stayCount }: PatientAtAGlance): ComparedRecord {
  const { id: _id, version: _version, vital, mergedInto: _mergedInto, ...fields } = patient
  return { fields, vital, counts: `${count(caseCount, 'case')}, ${count(stayCount, 'stay')}` }
}

export const comparedFields = (fields: PatientFields): ComparedRecord => ({ fields, vital: null, counts: 'Not saved yet' })
