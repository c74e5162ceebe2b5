import type { TodaySectionId } from '#shared/contract/today.ts'

interface SectionWords {
  readonly title: string
  /** What stands there when nothing is to be done: good news is said, not left blank. */
  readonly empty: string
  readonly day: string
}

/** The sections of the day in working order. */
export const sectionWords: Readonly<Record<TodaySectionId, SectionWords>> = {
  'new-admits': { title: 'New admits', empty: 'Nobody came in whose stay belongs to no case. Import the census to be sure.', day: 'Arrived' },
  discharges: { title: 'Discharges today and tomorrow', empty: 'No discharge expected today or tomorrow.', day: 'EDD' },
  deadlines: { title: 'Deadlines', empty: 'No task is due today.', day: 'Due' },
  'high-risk': { title: 'High risk', empty: 'No open case is marked high risk.', day: 'EDD' },
  rounds: { title: 'Rounds', empty: 'No other case in the hospital.', day: 'EDD' },
}
