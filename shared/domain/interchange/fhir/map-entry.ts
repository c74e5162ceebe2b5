import type { Instrument } from '../instruments.ts'
import type { Reason } from '../unusable.ts'
import { allergyOf, carePlanOf, careTeamOf, conditionOf, medicationOf, procedureOf } from './clinical.ts'
import { coverageOf, payerSeen } from './coverage.ts'
import { stayOf } from './encounter.ts'
import type { Entry } from './entries.ts'
import { answeredQuestionnaire, observedScore } from './instrument.ts'
import type { Draft, Reader } from './reader.ts'

type Mapping = (entry: Entry, reader: Reader, instruments: readonly Instrument[]) => readonly Draft[] | Reason

/** What becomes of each kind of resource. A kind that is not here is not kept. */
const mappings: ReadonlyMap<string, Mapping> = new Map<string, Mapping>([
  ['Encounter', stayOf],
  ['Condition', conditionOf],
  ['Procedure', procedureOf],
  ['MedicationRequest', medicationOf],
  ['AllergyIntolerance', allergyOf],
  ['CarePlan', carePlanOf],
  ['CareTeam', careTeamOf],
  ['Claim', payerSeen],
  ['ExplanationOfBenefit', payerSeen],
  ['Coverage', coverageOf],
  ['Observation', observedScore],
  ['QuestionnaireResponse', answeredQuestionnaire],
])

/** Resources that belong to nobody and lend a name: used when something kept refers to them. */
export const sharedTypes: ReadonlySet<string> = new Set(['Practitioner', 'PractitionerRole', 'Organization', 'Location', 'Medication'])

/** True for kinds of resource that become records of a patient. */
export const isKept = (type: string): boolean => mappings.has(type)

/** The records one resource becomes, or the plain reason why none (most of a bundle are measurements: an error for each would cost more than the reading). Throws `Unusable` for its faults. */
export function mapEntry(entry: Entry, reader: Reader, instruments: readonly Instrument[]): readonly Draft[] | Reason {
  return mappings.get(entry.type)?.(entry, reader, instruments) ?? 'not-kept'
}
