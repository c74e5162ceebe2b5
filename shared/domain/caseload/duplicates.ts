import type { DuplicateReason } from '#shared/model/duplicate.ts'
import type { PatientFields } from '#shared/model/patient.ts'
import { plainName } from './patient-name.ts'

export type Identity = Pick<PatientFields, 'mrn' | 'familyName' | 'givenNames' | 'birthDate'>

/**
 * Why two records may be one person; empty when nothing says so. What is unknown says nothing.
 *
 * Same MRN: without regard to case. Same name: family name and first given name alike once accents, case and signs are gone, so that
 * "Nadia" and "Nadia M." meet; the birth dates must both be known and equal. A likeness is a question for a person, never an answer.
 */
export function duplicateReasons(one: Identity, other: Identity): readonly DuplicateReason[] {
  const reasons: DuplicateReason[] = []
  if (one.mrn !== 'unknown' && other.mrn !== 'unknown' && one.mrn.toLowerCase() === other.mrn.toLowerCase()) reasons.push('same-mrn')
  if (one.birthDate !== 'unknown' && one.birthDate === other.birthDate && sameName(one, other)) reasons.push('same-name-and-birth-date')
  return reasons
}

function sameName(one: Identity, other: Identity): boolean {
  const [given, otherGiven] = [firstGiven(one), firstGiven(other)]
  return given !== '' && given === otherGiven && plainName(one.familyName) === plainName(other.familyName)
}

const firstGiven = ({ givenNames }: Identity): string => (givenNames === 'unknown' ? '' : (plainName(givenNames).split(' ')[0] ?? ''))
