import { z } from 'zod'
import { Address, Coverage, Identifier, PatientContact, Sex, Telecom, Vital, YesNo } from '#shared/model/patient.ts'
import { Disposition, StayKind, StayStatus, StatusChange } from '#shared/model/stay.ts'
import { Day, Line, Moment, known } from '#shared/model/scalars.ts'

const StayKey = z.union([z.literal('none'), z.string().max(500)])
const Coded = { codeSystem: known(Line), code: known(Line), label: Line }

export const IncomingMove = z.strictObject({ unitName: known(Line), room: known(Line), bed: known(Line), from: Moment })
export type IncomingMove = z.output<typeof IncomingMove>

export const IncomingStay = z.strictObject({
  entity: z.literal('stay'),
  kind: StayKind,
  visitNumber: known(Line),
  facilityName: known(Line),
  reason: known(Line),
  attending: known(Line),
  arrivedAt: Moment,
  endedAt: z.union([z.literal('ongoing'), Moment]),
  disposition: known(Disposition),
  status: StayStatus,
  statusChanges: z.array(StatusChange).max(200),
  unitMoves: z.array(IncomingMove).max(200),
})
export type IncomingStay = z.output<typeof IncomingStay>

export const IncomingCondition = z.strictObject({
  entity: z.literal('condition'), stayKey: StayKey, ...Coded, clinicalStatus: known(Line), verification: known(Line), onsetOn: known(Day), abatedOn: known(Day), isHistory: z.boolean(),
})
export const IncomingProcedure = z.strictObject({ entity: z.literal('procedure'), stayKey: StayKey, ...Coded, status: Line, performedOn: known(Day) })
export const IncomingMedication = z.strictObject({ entity: z.literal('medication'), ...Coded, status: Line, doseText: known(Line), authoredOn: known(Day) })
export const IncomingAllergy = z.strictObject({ entity: z.literal('allergy'), ...Coded, clinicalStatus: known(Line), criticality: known(Line), reaction: known(Line), recordedOn: known(Day) })
export const IncomingCarePlan = z.strictObject({ entity: z.literal('care_plan'), label: Line, status: Line, startsOn: known(Day), endsOn: known(Day), activities: z.array(Line).max(200) })
export const IncomingCareTeamMember = z.strictObject({ entity: z.literal('care_team_member'), name: Line, role: known(Line), organization: known(Line) })
export const IncomingCoverage = Coverage.extend({ entity: z.literal('coverage') })
export const IncomingInstrumentResult = z.strictObject({
  entity: z.literal('instrument_result'), stayKey: StayKey, instrumentId: Line, takenOn: Day, total: known(z.number()), items: z.union([z.literal('none'), z.record(z.string().max(200), z.number())]),
})

export const IncomingContent = z.discriminatedUnion('entity', [
  IncomingStay, IncomingCondition, IncomingProcedure, IncomingMedication, IncomingAllergy, IncomingCarePlan, IncomingCareTeamMember, IncomingCoverage, IncomingInstrumentResult,
])
export type IncomingContent = z.output<typeof IncomingContent>
export type IncomingEntity = IncomingContent['entity']

/** How many resources (or rows) of each kind stand behind something: `{ Claim: 12 }`. */
export const Tally = z.record(z.string().max(100), z.number().int().positive())
export type Tally = z.output<typeof Tally>

/** One record to be kept: where it came from (`key`, unique within the patient and its source), what it says, and a hash of that. */
export const IncomingRecord = z.strictObject({ key: z.string().max(500), hash: z.string().max(64), from: Tally, content: IncomingContent })
export type IncomingRecord = z.output<typeof IncomingRecord>

export const LeftOut = z.strictObject({ what: z.string().max(100), reason: z.string().max(300), count: z.number().int().positive() })
export type LeftOut = z.output<typeof LeftOut>

export const Problem = z.strictObject({ file: z.string().max(500), place: z.string().max(500), sentence: z.string().max(1_500) })
export type Problem = z.output<typeof Problem>

export const IncomingFields = z.strictObject({
  mrn: known(Line), familyName: Line, givenNames: known(Line), prefix: known(Line), suffix: known(Line), sex: Sex, birthDate: known(Day), language: known(Line), interpreterNeeded: known(YesNo),
  telecoms: z.array(Telecom).max(20), addresses: z.array(Address).max(10), contacts: z.array(PatientContact).max(20), identifiers: z.array(Identifier).max(30),
})
export type IncomingFields = z.output<typeof IncomingFields>

/** A patient as a file tells of them, checked and in our words: what the helper process hands to the core. */
export const IncomingPatient = z.strictObject({
  key: z.string().max(500),
  file: z.string().max(500),
  place: z.string().max(500),
  source: z.strictObject({ system: z.string().max(500), key: z.string().max(500) }),
  fields: IncomingFields,
  vital: Vital,
  /** Of the whole patient with every record: equal hash, nothing to do. */
  hash: z.string().max(64),
  /** What stands behind the patient's own fields. */
  from: Tally,
  records: z.array(IncomingRecord).max(100_000),
  leftOut: z.array(LeftOut).max(500),
  problems: z.array(Problem).max(500),
})
export type IncomingPatient = z.output<typeof IncomingPatient>
