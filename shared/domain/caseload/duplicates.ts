import type { DuplicateReason } from '#shared/model/duplicate.ts'
import type { Identifier, PatientFields } from '#shared/model/patient.ts'
import { plainName } from './patient-name.ts'

export type Identity = Pick<PatientFields, 'mrn' | 'familyName' | 'givenNames' | 'birthDate'> & { readonly identifiers?: readonly Pick<Identifier, 'kind' | 'value'>[] | undefined }

/** The kind of number under which a merged record's MRN is kept. */
export const MRN_KIND = 'MRN'

/**
 * Why two records may be one person; empty when nothing says so. What is unknown says nothing.
 *
 * Same MRN: without regard to case, also one the person had elsewhere or before a merge. Same name: family name and first given name alike once accents, case and signs are gone, so that
 * "Nadia" and "Nadia M." meet; the birth dates must both be known and equal. A likeness is a question for a person, never an answer.
 */
export function duplicateReasons(one: Identity, other: Identity): readonly DuplicateReason[] {
  const reasons: DuplicateReason[] = []
  const numbers = new Set(mrnsOf(other))
  if (mrnsOf(one).some(number => numbers.has(number))) reasons.push('same-mrn')
  if (one.birthDate !== 'unknown' && one.birthDate === other.birthDate && sameName(one, other)) reasons.push('same-name-and-birth-date')
  return reasons
}

/** Every MRN of a person, in lower case. */
const mrnsOf = ({ mrn, identifiers = [] }: Identity): readonly string[] =>
  [mrn, ...identifiers.filter(({ kind }) => /\bmrn\b|medical record/i.test(kind)).map(({ value }) => value)].filter(number => number !== 'unknown').map(number => number.toLowerCase())

/** Family name and first given name alike; a given name nobody knows is like no other. */
export function sameName(one: Identity, other: Identity): boolean {
  const [given, otherGiven] = [firstGiven(one), firstGiven(other)]
  return given !== '' && given === otherGiven && plainName(one.familyName) === plainName(other.familyName)
}

const firstGiven = ({ givenNames }: Identity): string => (givenNames === 'unknown' ? '' : (plainName(givenNames).split(' ')[0] ?? ''))
