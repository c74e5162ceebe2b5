import { z } from 'zod'
import { CaseId, PatientId, StayId } from '#shared/model/ids.ts'
import { Line, Version, known } from '#shared/model/scalars.ts'
import { Disposition, Stay, StayKind, StatusChange, UnitMove } from '#shared/model/stay.ts'
import { StayFigures } from '#shared/model/utilization.ts'
import { command, query } from './define.ts'

/** A stay with what follows from it as of now. Names of units are those of today. */
export const StayView = z.strictObject({ stay: Stay, figures: StayFigures })
export type StayView = z.output<typeof StayView>

/** What a person records of a stay. The first status change is the arrival; `discharged` as the last one ends it. */
export const StayFields = z.strictObject({
  kind: StayKind,
  visitNumber: known(Line),
  facilityName: known(Line),
  reason: known(Line),
  attending: known(Line),
  disposition: known(Disposition),
  statusChanges: z.array(StatusChange).min(1, 'A stay begins with a status.').max(50),
  unitMoves: z.array(UnitMove).max(100),
})
export type StayFields = z.output<typeof StayFields>

const Changed = z.strictObject({ stayId: StayId, version: Version })
const Aimed = z.strictObject({ stayId: StayId, expectedVersion: Version })
const OfCase = z.union([z.literal('none'), CaseId])

export const staysContract = {
  /** Newest first. */
  'stays.ofPatient': query({ input: z.strictObject({ patientId: PatientId }), output: z.array(StayView), permission: 'patients.read' }),
  'stays.record': command({ input: z.strictObject({ patientId: PatientId, caseId: OfCase, fields: StayFields }), output: Changed, permission: 'stays.write' }),
  /** Replaces what is known of the stay; what it said before stays in the history. */
  'stays.correct': command({ input: Aimed.extend({ caseId: OfCase, fields: StayFields }), output: Changed, permission: 'stays.write' }),
  /** The next status, later than the last one. `discharged` ends the stay. */
  'stays.addStatusChange': command({ input: Aimed.extend({ change: StatusChange, disposition: known(Disposition) }), output: Changed, permission: 'stays.write' }),
  'stays.addUnitMove': command({ input: Aimed.extend({ move: UnitMove }), output: Changed, permission: 'stays.write' }),
} as const
