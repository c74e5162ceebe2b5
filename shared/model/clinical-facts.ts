import { z } from 'zod'
import { StayId } from './ids.ts'
import { Day, Line, Prose, known } from './scalars.ts'

// What was seen in records that came from elsewhere. Codes are shown as they came; nothing here is a judgement.

const Coded = z.strictObject({ id: z.string(), codeSystem: known(Line), code: known(Line), label: z.string() })

/** A condition. `history` marks status and history codes ("history of", "former smoker"): they never propose a plan. */
export const ConditionSeen = Coded.extend({ clinicalStatus: z.string(), verification: z.string(), onsetOn: known(Day), abatedOn: known(Day), history: z.boolean(), stayId: z.union([z.literal('none'), StayId]) })
export type ConditionSeen = z.output<typeof ConditionSeen>
export const ProcedureSeen = Coded.extend({ status: z.string(), performedOn: known(Day), stayId: z.union([z.literal('none'), StayId]) })
export type ProcedureSeen = z.output<typeof ProcedureSeen>
export const MedicationSeen = Coded.extend({ status: z.string(), doseText: known(Prose), authoredOn: known(Day) })
export type MedicationSeen = z.output<typeof MedicationSeen>
export const AllergySeen = Coded.extend({ clinicalStatus: z.string(), criticality: z.string(), reaction: known(Prose), recordedOn: known(Day) })
export type AllergySeen = z.output<typeof AllergySeen>
export const CarePlanSeen = z.strictObject({ id: z.string(), label: z.string(), status: z.string(), startsOn: known(Day), endsOn: known(Day), activities: known(Prose) })
export type CarePlanSeen = z.output<typeof CarePlanSeen>
export const CareTeamMember = z.strictObject({ id: z.string(), name: z.string(), role: known(Line), organization: known(Line) })
export type CareTeamMember = z.output<typeof CareTeamMember>
export const InstrumentResult = z.strictObject({ id: z.string(), instrumentId: z.string(), takenOn: Day, total: known(z.number()) })
export type InstrumentResult = z.output<typeof InstrumentResult>
