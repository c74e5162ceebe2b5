import { z } from 'zod'
import { Case, CaseFields, CaseStatus, CloseReason } from '#shared/model/case.ts'
import { CaseAction, CaseEvent } from '#shared/model/case-event.ts'
import { DrgLookup } from '#shared/model/drg.ts'
import { CaseId, PatientId, PersonId, StayId, UnitId } from '#shared/model/ids.ts'
import { PayerKind, Sex, Vital } from '#shared/model/patient.ts'
import { Role } from '#shared/model/role.ts'
import { Count, Day, Line, Moment, Version, known } from '#shared/model/scalars.ts'
import { LosProgress } from '#shared/model/utilization.ts'
import { command, query } from './define.ts'
import { StayView } from './stays.ts'

/** The patient as the banner of a case shows him or her. */
export const PatientBanner = z.strictObject({
  patientId: PatientId, version: Version, familyName: Line, givenNames: known(Line), suffix: known(Line), mrn: known(Line), sex: Sex, birthDate: known(Day), ageYears: known(Count),
  language: known(Line), interpreterNeeded: known(z.literal(['yes', 'no'])), vital: Vital,
})
export type PatientBanner = z.output<typeof PatientBanner>

/** Everything the case page shows at once. */
export const CaseView = z.strictObject({
  case: Case,
  patient: PatientBanner,
  /** The stay the figures are counted from: the ongoing one, else the latest; cancelled ones never. */
  stay: z.union([z.literal('none'), StayView]),
  los: LosProgress,
  drg: z.union([z.literal('not-assigned'), DrgLookup]),
  unitName: known(z.string()),
  room: known(z.string()),
  bed: known(z.string()),
  caseManagerName: z.union([z.literal('unassigned'), z.string()]),
  payer: z.union([z.literal('unknown'), z.strictObject({ name: z.string(), kind: PayerKind })]),
  censusMissingSince: z.union([z.literal('on-census'), Moment]),
  history: z.array(CaseEvent),
  actions: z.array(CaseAction),
})
export type CaseView = z.output<typeof CaseView>

export const CaseOfPatient = z.strictObject({
  caseId: CaseId, status: CaseStatus, reason: z.string(), program: CaseFields.shape.program, sensitivity: CaseFields.shape.sensitivity, unitName: known(z.string()),
  caseManagerName: z.union([z.literal('unassigned'), z.string()]), openedOn: Day, closedOn: z.union([z.literal('open'), Day]), edd: known(Day),
})
export type CaseOfPatient = z.output<typeof CaseOfPatient>

const Changed = z.strictObject({ caseId: CaseId, version: Version })
const Aimed = z.strictObject({ caseId: CaseId, expectedVersion: Version })

export const casesContract = {
  /** Reading it is audited. */
  'cases.get': query({ input: z.strictObject({ caseId: CaseId }), output: CaseView, permission: 'patients.read' }),
  'cases.ofPatient': query({ input: z.strictObject({ patientId: PatientId }), output: z.array(CaseOfPatient), permission: 'patients.read' }),
  /** Units and clinics in their order, and the people who may carry a case. */
  'cases.choices': query({
    input: z.strictObject({}),
    output: z.strictObject({
      units: z.array(z.strictObject({ id: UnitId, name: z.string(), kind: z.literal(['inpatient', 'clinic']) })),
      people: z.array(z.strictObject({ id: PersonId, name: z.string(), role: Role, unitIds: z.array(UnitId) })),
    }),
    permission: 'facility.read',
  }),
  /** Opens a case, with the stay it belongs to when there is one. */
  'cases.open': command({
    input: z.strictObject({ patientId: PatientId, fields: CaseFields, openedOn: Day, stayId: z.union([z.literal('none'), StayId]) }),
    output: Changed,
    permission: 'cases.write',
  }),
  'cases.edit': command({ input: Aimed.extend({ fields: CaseFields }), output: Changed, permission: 'cases.write' }),
  'cases.reassign': command({
    input: Aimed.extend({ caseManagerId: CaseFields.shape.caseManagerId, reason: z.union([z.literal('none'), Line]) }),
    output: Changed,
    permission: 'cases.write',
  }),
  'cases.hold': command({ input: Aimed.extend({ reason: Line }), output: Changed, permission: 'cases.write' }),
  'cases.resume': command({ input: Aimed.extend({ reason: z.union([z.literal('none'), Line]) }), output: Changed, permission: 'cases.write' }),
  'cases.close': command({
    input: Aimed.extend({ closeReason: CloseReason, closedOn: Day, note: z.union([z.literal('none'), Line]) }),
    output: Changed,
    permission: 'cases.write',
  }),
  /** Opens a closed case again; how it was closed stays in its history. */
  'cases.reopen': command({ input: Aimed.extend({ reason: Line }), output: Changed, permission: 'cases.write' }),
} as const
