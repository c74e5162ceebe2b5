import { z } from 'zod'
import { Program, Risk, Sensitivity, CaseStatus } from './case.ts'
import { CaseId, PatientId, PersonId, StayId, TimelineEntryId, UnitId } from './ids.ts'
import { PayerKind, Sex } from './patient.ts'
import { Day, SearchText, known } from './scalars.ts'
import { StayStatus } from './stay.ts'

/** Whose cases a list shows. */
export const WorklistScope = z.literal(['mine', 'my-unit', 'all', 'unassigned'])
export type WorklistScope = z.output<typeof WorklistScope>

/** What a list can be sorted by; each is a column some area brings. */
export const SortColumn = z.literal(['patient', 'mrn', 'unitBed', 'drg', 'los', 'variance', 'nextMilestone', 'payer', 'caseManager', 'edd', 'status', 'risk', 'openedOn', 'stayStatus'])
export type SortColumn = z.output<typeof SortColumn>
export const SortLevel = z.strictObject({ columnId: SortColumn, direction: z.literal(['asc', 'desc']) })
export type SortLevel = z.output<typeof SortLevel>

/** What is shown of the caseload: saved under a name, remembered as "my default", printed and exported as seen. */
export const WorklistDefinition = z.strictObject({
  scope: WorklistScope,
  text: SearchText,
  statuses: z.array(CaseStatus).max(3),
  unitIds: z.array(UnitId).max(100),
  payerKinds: z.array(PayerKind).max(9),
  risks: z.array(Risk).max(4),
  stayStatuses: z.array(StayStatus).max(8),
  /** Only cases whose EDD is on or before the day `withinDays` from today, overdue ones included. */
  eddWithinDays: z.union([z.literal('any'), z.number().int().min(0).max(60)]),
  /** Only cases past their expected length of stay. */
  overExpectedLos: z.boolean(),
  sort: z.array(SortLevel).max(3),
})
export type WorklistDefinition = z.output<typeof WorklistDefinition>

/** Days since the inpatient order and what was expected, as the LOS bar needs them. */
export const LosOfList = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('counted'), midnights: z.number().int(), expectedTenths: known(z.number().int()), expectedSource: z.literal(['gmlos', 'goal', 'none']), discharged: z.boolean() }),
  z.strictObject({ state: z.literal('not-inpatient') }),
])
export type LosOfList = z.output<typeof LosOfList>

/** One line of the caseload. Of a sensitive case the condition and whatever tells it (DRG, words of the next milestone) are hidden. */
export const WorklistRow = z.strictObject({
  caseId: CaseId,
  patientId: PatientId,
  patientName: z.string(),
  mrn: known(z.string()),
  birthDate: known(Day),
  sex: Sex,
  died: z.boolean(),
  /** A person has confirmed the death: nothing is asked of this case any more. */
  outreachStopped: z.boolean(),
  status: CaseStatus,
  program: Program,
  risk: Risk,
  sensitivity: Sensitivity,
  condition: z.union([z.literal('hidden'), z.string()]),
  unitId: known(UnitId),
  unitName: known(z.string()),
  bed: known(z.string()),
  stayId: z.union([z.literal('none'), StayId]),
  stayStatus: z.union([z.literal('none'), StayStatus]),
  censusMissingSince: z.union([z.literal('on-census'), z.string()]),
  drgCode: z.union([z.literal('not-assigned'), z.literal('hidden'), z.string()]),
  /** As the table of the stay's fiscal year calls it; unknown where no table is loaded. */
  drgTitle: known(z.string()),
  los: LosOfList,
  nextMilestone: z.union([z.literal('none'), z.strictObject({ entryId: TimelineEntryId, label: z.string(), on: known(Day) })]),
  payerName: known(z.string()),
  payerKind: PayerKind,
  caseManagerId: z.union([z.literal('unassigned'), PersonId]),
  caseManagerName: z.union([z.literal('unassigned'), z.string()]),
  edd: known(Day),
  openedOn: Day,
})
export type WorklistRow = z.output<typeof WorklistRow>
