import { z } from 'zod'
import { CaseId, PatientId, PersonId, UnitId } from './ids.ts'
import { Day, Line, Version, known } from './scalars.ts'

export const CaseStatus = z.literal(['open', 'on-hold', 'closed'])
export type CaseStatus = z.output<typeof CaseStatus>
export const Program = z.literal(['hospital', 'transition', 'complex-care', 'behavioral-health', 'maternity', 'workers-comp', 'outpatient', 'palliative', 'other'])
export type Program = z.output<typeof Program>
export const Risk = z.literal(['high', 'moderate', 'low', 'unknown'])
export type Risk = z.output<typeof Risk>
/** A sensitive case hides its condition on lists and list prints. */
export const Sensitivity = z.literal(['none', 'substance-use', 'psychiatric', 'violence'])
export type Sensitivity = z.output<typeof Sensitivity>
export const Destination = z.literal(['home', 'home-health', 'snf', 'irf', 'ltach', 'hospice', 'other'])
export type Destination = z.output<typeof Destination>
export const CloseReason = z.literal(['goals-met', 'discharged', 'transferred', 'declined', 'lost-contact', 'died', 'coverage-ended', 'other'])
export type CloseReason = z.output<typeof CloseReason>
/** Three digits; "not assigned yet" is normal. */
export const DrgCode = z.string().regex(/^\d{3}$/, 'An MS-DRG has three digits.')

export const CaseFields = z.strictObject({
  reason: Line,
  program: Program,
  unitId: known(UnitId),
  caseManagerId: z.union([z.literal('unassigned'), PersonId]),
  drgCode: z.union([z.literal('not-assigned'), DrgCode]),
  /** A payer's goal length of stay, in days, one decimal; it then stands in for the GMLOS. */
  goalLosDays: z.union([z.literal('none'), z.number().min(0.1).max(400)]),
  risk: Risk,
  sensitivity: Sensitivity,
  destination: known(Destination),
})
export type CaseFields = z.output<typeof CaseFields>

export const Case = CaseFields.extend({
  id: CaseId,
  version: Version,
  patientId: PatientId,
  status: CaseStatus,
  openedOn: Day,
  closedOn: z.union([z.literal('open'), Day]),
  closeReason: z.union([z.literal('none'), CloseReason]),
  edd: known(Day),
})
export type Case = z.output<typeof Case>
