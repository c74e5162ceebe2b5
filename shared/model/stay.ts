import { z } from 'zod'
import { CaseId, PatientId, StayId, UnitId } from './ids.ts'
import { Line, Moment, Version, known } from './scalars.ts'

export const StayKind = z.literal(['hospital', 'emergency', 'snf', 'irf', 'home-health', 'hospice', 'outpatient', 'other'])
export type StayKind = z.output<typeof StayKind>
export const StayStatus = z.literal(['planned', 'emergency', 'observation', 'inpatient', 'outpatient', 'in-care', 'discharged', 'cancelled'])
export type StayStatus = z.output<typeof StayStatus>
export const Disposition = z.literal(['home', 'home-health', 'snf', 'irf', 'ltach', 'hospice', 'other-hospital', 'against-advice', 'died', 'other'])
export type Disposition = z.output<typeof Disposition>

export const StatusChange = z.strictObject({ status: StayStatus, from: Moment })
export type StatusChange = z.output<typeof StatusChange>
export const UnitMove = z.strictObject({ unitId: known(UnitId), unitName: known(Line), room: known(Line), bed: known(Line), from: Moment })
export type UnitMove = z.output<typeof UnitMove>

/** One encounter with its status changes and unit moves, both in order of time; the last of each is the present. */
export const Stay = z.strictObject({
  id: StayId,
  version: Version,
  patientId: PatientId,
  caseId: z.union([z.literal('none'), CaseId]),
  kind: StayKind,
  visitNumber: known(Line),
  facilityName: known(Line),
  reason: known(Line),
  attending: known(Line),
  arrivedAt: Moment,
  endedAt: z.union([z.literal('ongoing'), Moment]),
  disposition: known(Disposition),
  status: StayStatus,
  statusChanges: z.array(StatusChange),
  unitMoves: z.array(UnitMove),
})
export type Stay = z.output<typeof Stay>
