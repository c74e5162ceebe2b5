import type { CaseFields, CloseReason, Risk } from '#shared/model/case.ts'
import type { DemoCondition, DemoLists } from './demo-lists.ts'
import type { DemoPace } from './demo-recovery.ts'
import type { DemoState, DemoStayPlan } from './demo-stay.ts'

/** One case of the demo, before it is written. */
export interface DemoCase {
  readonly number: number
  readonly condition: DemoCondition
  readonly stay: Pick<DemoStayPlan, 'state' | 'arrived' | 'left' | 'disposition'>
  readonly unit: string | null
  readonly program: CaseFields['program'] | null
  readonly pace: DemoPace
  readonly eddOffset: number | 'none'
  readonly hasDrg: boolean
  readonly risk: Risk
  readonly destination: CaseFields['destination']
  readonly isOpen: boolean
  readonly closeReason: CloseReason
}

const paces: readonly DemoPace[] = ['on-time', 'late', 'early', 'on-time', 'late']
const risks: readonly Risk[] = ['moderate', 'high', 'low', 'unknown']
const destinations: readonly CaseFields['destination'][] = ['home', 'home-health', 'snf', 'irf', 'unknown']
const closings: readonly CloseReason[] = ['discharged', 'goals-met', 'transferred', 'declined', 'lost-contact', 'coverage-ended', 'other']

/** What the first open cases are, so that every state is there; all others lie in bed as inpatients. */
const firstStates: readonly DemoState[] = ['new-admit', 'inpatient', 'inpatient', 'observation', 'emergency', 'observation', 'inpatient', 'inpatient', 'planned', 'new-admit', 'clinic', 'clinic', 'skilled-nursing', 'discharged', 'discharged']

/** 24 open cases, one a condition, in every state of a stay; and 20 closed ones of the last three months. */
export function demoCases({ conditions }: DemoLists): readonly DemoCase[] {
  return [...conditions.map(openCase), ...conditions.slice(0, 20).map((condition, index) => closedCase(condition, conditions.length + index))]
}

function openCase(condition: DemoCondition, number: number): DemoCase {
  const state = firstStates[number] ?? 'inpatient'
  const isNew = state === 'new-admit' || state === 'emergency'
  const arrived = isNew ? 0 : state === 'observation' ? 1 : state === 'skilled-nursing' ? 9 : state === 'discharged' ? condition.days + 3 : state === 'planned' ? 0 : Math.max(1, (number % 4) + Math.round(condition.days / 2))
  const isInClinic = state === 'clinic'
  return {
    ...common(condition, number),
    stay: { state, arrived, left: state === 'discharged' ? 2 : 0, disposition: 'home-health' },
    unit: isInClinic ? (number % 2 === 0 ? 'Heart Failure Clinic' : 'Orthopedic Clinic') : null,
    program: isInClinic ? 'outpatient' : state === 'skilled-nursing' || state === 'discharged' ? 'transition' : null,
    pace: isNew || state === 'planned' || state === 'observation' ? 'not-placed' : (paces[number % paces.length] ?? 'on-time'),
    eddOffset: state === 'inpatient' || state === 'new-admit' ? Math.max(0, condition.days - arrived + (number % 3)) : 'none',
    hasDrg: !isNew && state !== 'planned' && state !== 'observation' && number % 9 !== 7,
    isOpen: true,
    closeReason: 'discharged',
  }
}

function closedCase(condition: DemoCondition, number: number): DemoCase {
  const left = 6 + (number * 4) % 80
  return {
    ...common(condition, number),
    stay: { state: 'discharged', arrived: left + condition.days + (number % 3), left, disposition: number % 4 === 0 ? 'snf' : number % 3 === 0 ? 'home-health' : 'home' },
    unit: null,
    program: null,
    pace: number % 2 === 0 ? (paces[number % paces.length] ?? 'on-time') : 'not-placed',
    eddOffset: 'none',
    hasDrg: true,
    isOpen: false,
    closeReason: closings[number % closings.length] ?? 'discharged',
  }
}

function common(condition: DemoCondition, number: number): Pick<DemoCase, 'number' | 'condition' | 'risk' | 'destination'> {
  return { number, condition, risk: risks[Math.floor(number / 2) % risks.length] ?? 'unknown', destination: destinations[number % destinations.length] ?? 'unknown' }
}
