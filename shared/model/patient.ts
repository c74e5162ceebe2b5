import { z } from 'zod'
import { PatientId } from './ids.ts'
import { Day, Line, Version, known } from './scalars.ts'

export const Sex = z.literal(['female', 'male', 'other', 'unknown'])
export type Sex = z.output<typeof Sex>
export const YesNo = z.literal(['yes', 'no'])

export const Telecom = z.strictObject({ kind: z.literal(['phone', 'email', 'other']), use: known(Line), value: Line })
export type Telecom = z.output<typeof Telecom>
export const Address = z.strictObject({
  use: known(Line), lines: known(Line), city: known(Line), state: known(Line), postalCode: known(Line), country: known(Line),
})
export type Address = z.output<typeof Address>
/** Someone to call about the patient: next of kin, caregiver, guardian. */
export const PatientContact = z.strictObject({ name: Line, relation: known(Line), phone: known(Line) })
export type PatientContact = z.output<typeof PatientContact>
export const Identifier = z.strictObject({ kind: Line, system: known(Line), value: Line })
export type Identifier = z.output<typeof Identifier>

/** Who pays, by kind. `unknown` until someone has seen it. */
export const PayerKind = z.literal(['medicare', 'medicare-advantage', 'medicaid', 'commercial', 'workers-comp', 'veterans', 'self-pay', 'other', 'unknown'])
export type PayerKind = z.output<typeof PayerKind>
export const Coverage = z.strictObject({
  payerName: Line, payerKind: PayerKind, memberNumber: known(Line), startsOn: known(Day), endsOn: known(Day), lastSeenOn: known(Day),
})
export type Coverage = z.output<typeof Coverage>

/** What a person may type of a patient; each field may be unknown but the family name. */
export const PatientFields = z.strictObject({
  mrn: known(Line),
  familyName: Line,
  givenNames: known(Line),
  prefix: known(Line),
  suffix: known(Line),
  sex: Sex,
  birthDate: known(Day),
  language: known(Line),
  interpreterNeeded: known(YesNo),
  telecoms: z.array(Telecom).max(20),
  addresses: z.array(Address).max(10),
  contacts: z.array(PatientContact).max(20),
  identifiers: z.array(Identifier).max(30),
  coverages: z.array(Coverage).max(20),
})
export type PatientFields = z.output<typeof PatientFields>

/** Alive as far as known, or died: a death stops outreach, prints and reminders once a person has confirmed it. */
export const Vital = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unknown') }),
  z.strictObject({ state: z.literal('alive') }),
  z.strictObject({ state: z.literal('died'), on: known(Day), confirmed: z.boolean() }),
])
export type Vital = z.output<typeof Vital>

export const Patient = PatientFields.extend({
  id: PatientId,
  version: Version,
  vital: Vital,
  /** Set when this record was merged into another: everything is read there. */
  mergedInto: z.union([z.literal('none'), PatientId]),
})
export type Patient = z.output<typeof Patient>
