import { instantOfLocal, localTimeOf, plainDateOf, type Instant, type Zone } from '#shared/kernel/instant.ts'
import type { DateEntry } from '#renderer/ui/date-field.tsx'

/** A day and a time on the facility's wall, as typed. */
export interface MomentEntry {
  readonly day: DateEntry
  readonly time: string | null
}

export const entryOf = (at: Instant, zone: Zone): MomentEntry => ({ day: plainDateOf(at, zone), time: localTimeOf(at, zone) })

/** The moment that was typed; null while day or time is missing or makes no sense. */
export function momentOf({ day, time }: MomentEntry, zone: Zone): Instant | null {
  if (day === null || day === 'invalid' || day === 'unknown' || time === null || time === 'invalid') return null
  return instantOfLocal(day, time, zone)
}

/**
 * The moment that was typed, with `kept` in its place when the person left it as it was shown: a stored moment may carry seconds, or be the second
 * of two alike hours in autumn, and must not move by being looked at.
 */
export function editedMoment(entry: MomentEntry, kept: Instant | null, zone: Zone): Instant | null {
  if (kept !== null) {
    const shown = entryOf(kept, zone)
    if (shown.day === entry.day && shown.time === entry.time) return kept
  }
  return momentOf(entry, zone)
}
