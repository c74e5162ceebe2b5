import type { StayFields } from '#shared/contract/stays.ts'
import type { UnitId } from '#shared/model/ids.ts'
import type { Disposition, StayStatus } from '#shared/model/stay.ts'
import type { DemoCondition } from './demo-lists.ts'
import type { DemoTime } from './demo-time.ts'

/** Where a stay of the demo stands. */
export type DemoState = 'inpatient' | 'observation' | 'emergency' | 'planned' | 'new-admit' | 'clinic' | 'skilled-nursing' | 'discharged'

export interface DemoStayPlan {
  readonly state: DemoState
  /** Days before today; the arrival. */
  readonly arrived: number
  /** Days before today; for `discharged`. */
  readonly left: number
  readonly disposition: Disposition
  readonly unitId: UnitId
  readonly bed: string
  readonly visitNumber: string
}

/** The stay as a nurse would have recorded it: arrival, what followed, the bed. */
export function demoStay(condition: DemoCondition, plan: DemoStayPlan, time: DemoTime): StayFields {
  const changes = statusChanges(plan, time)
  const first = changes[0]
  return {
    kind: plan.state === 'clinic' ? 'outpatient' : plan.state === 'skilled-nursing' ? 'snf' : 'hospital',
    visitNumber: plan.visitNumber,
    facilityName: plan.state === 'skilled-nursing' ? 'Willow Creek Skilled Nursing' : 'unknown',
    reason: condition.reason,
    attending: 'Dr. R. Demo',
    disposition: plan.state === 'discharged' ? plan.disposition : 'unknown',
    statusChanges: changes,
    unitMoves: first === undefined || plan.state === 'planned' ? [] : [{ unitId: plan.unitId, unitName: 'unknown', room: plan.bed.slice(0, -1), bed: plan.bed, from: first.from }],
  }
}

function statusChanges({ state, arrived, left }: DemoStayPlan, time: DemoTime): StayFields['statusChanges'] {
  const change = (status: StayStatus, offset: number, clock: string, minutesAgo: number) => ({ status, from: time.moment(offset, clock, minutesAgo) })
  switch (state) {
    case 'emergency':
      return [change('emergency', 0, '06:20', 130)]
    case 'observation':
      return [change('emergency', -arrived, '14:10', 700), change('observation', -arrived, '18:40', 400)]
    case 'new-admit':
      return [change('emergency', 0, '02:15', 300), change('inpatient', 0, '05:40', 60)]
    case 'planned':
      return [{ status: 'planned', from: time.moment(-arrived, '09:00') }]
    case 'clinic':
      return [change('outpatient', -arrived, '10:00', 60)]
    case 'skilled-nursing':
      return [change('in-care', -arrived, '15:30', 60)]
    case 'inpatient':
      return [change('emergency', -arrived, '07:35', 900), change('inpatient', -arrived, '13:05', 600)]
    case 'discharged':
      return [change('emergency', -arrived, '07:35', 900), change('inpatient', -arrived, '13:05', 600), change('discharged', -left, '11:30', 30)]
  }
}
