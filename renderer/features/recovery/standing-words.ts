import type { Standing } from '#shared/model/recovery.ts'
import type { Tone } from '#renderer/ui/tone.ts'

export interface StandingWords {
  /** Short, for a column: `+2 d`, `On time`, `Due in 3 d`. */
  readonly short: string
  /** A sentence of its own, for readers and dialogs. */
  readonly long: string
  readonly tone: Tone
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** How an entry stands, in words; the colour repeats them and never stands alone. */
export function standingWords(standing: Standing): StandingWords {
  switch (standing.kind) {
    case 'reached':
      if (standing.variance === 'early') return { short: `−${standing.days} d`, long: `Reached ${days(standing.days)} early`, tone: 'ok' }
      if (standing.variance === 'late') return { short: `+${standing.days} d`, long: `Reached ${days(standing.days)} late`, tone: 'bad' }
      return { short: 'On time', long: 'Reached on time', tone: 'mute' }
    case 'reached-uncompared':
      return { short: 'Reached', long: 'Reached; no figure to compare with', tone: 'mute' }
    case 'upcoming':
      return { short: `in ${standing.days} d`, long: `Expected in ${days(standing.days)}`, tone: 'mute' }
    case 'due':
      return standing.daysLeft === 0 ? { short: 'Due today', long: 'Last planned day is today', tone: 'warn' } : { short: `Due, ${standing.daysLeft} d`, long: `Due; ${days(standing.daysLeft)} left`, tone: 'info' }
    case 'late':
      return { short: `+${standing.days} d open`, long: `Open and ${days(standing.days)} late`, tone: 'bad' }
    case 'past-reference':
      return { short: 'Open', long: `Open; the UK range ended ${days(standing.days)} ago`, tone: 'mute' }
    case 'begins':
      return { short: `in ${standing.days} d`, long: `Begins in ${days(standing.days)}`, tone: 'mute' }
    case 'in-force':
      return standing.daysLeft === 0 ? { short: 'Ends today', long: 'In force; ends today', tone: 'info' } : { short: `${standing.daysLeft} d left`, long: `In force; ${days(standing.daysLeft)} left`, tone: 'info' }
    case 'ended':
      return { short: 'Ended', long: `Ended ${days(standing.days)} ago`, tone: 'mute' }
    case 'missed':
      return { short: 'Missed', long: 'Missed', tone: 'bad' }
    case 'not-applicable':
      return { short: 'Not applicable', long: 'Not applicable', tone: 'mute' }
    case 'no-clock':
      return { short: 'No clock yet', long: 'No clock yet: a rule gives the moment', tone: 'mute' }
    case 'no-date':
      return { short: 'No date', long: 'No date yet', tone: 'mute' }
  }
}
