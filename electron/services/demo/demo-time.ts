import { instantOfLocal, plusMinutes, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'

/** Days and moments of the demo, counted from the day it is opened. */
export interface DemoTime {
  readonly today: PlainDate
  readonly now: Instant
  day(offset: number): PlainDate
  /** That time of that day on the facility's wall; never later than `minutesAgo` before now. */
  moment(offset: number, time: string, minutesAgo?: number): Instant
}

export function demoTime(now: Instant, today: PlainDate, zone: Zone): DemoTime {
  return {
    today,
    now,
    day: offset => plusDays(today, offset),
    moment(offset, time, minutesAgo = 5) {
      const wanted = instantOfLocal(plusDays(today, offset), time, zone)
      const latest = plusMinutes(now, -minutesAgo)
      return wanted < latest ? wanted : latest
    },
  }
}
