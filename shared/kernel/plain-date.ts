import { UTCDate } from '@date-fns/utc'
// Not from 'date-fns': its index loads 250 files, in every process and worker that runs from source.
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'

declare const brand: unique symbol

/** A calendar day without a time and without a zone, `YYYY-MM-DD`, years 1800 to 2199. Strings compare in order of time. */
export type PlainDate = string & { readonly [brand]: true }

export type DayOfWeek = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun'

const SHAPE = /^(1[89]|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** True for a day that exists: 2027-02-29 and 2026-13-01 do not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!SHAPE.test(text)) return false
  const day = new UTCDate(`${text}T00:00:00.000Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The day written as `YYYY-MM-DD`, `null` for any other text: for input nobody has checked yet. */
export function parsePlainDate(text: string): PlainDate | null {
  return isPlainDate(text) ? text : null
}

/** A day known to be one (a checked row, a literal). Throws a RangeError that does not repeat the text (it may be a patient's). */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError('Not a calendar day written as YYYY-MM-DD.')
  return text
}

/** The day of a year, a month 1 to 12 and a day of the month; `null` when it does not exist. */
export function plainDateFrom(year: number, month: number, dayOfMonth: number): PlainDate | null {
  return parsePlainDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`)
}

/** `days` calendar days later; earlier when negative. */
export function plusDays(day: PlainDate, days: number): PlainDate {
  return written(addDays(midnight(day), days))
}

/** The same day of the month `months` later; the month's last day when that day does not exist (31 January + 1 = 28 February). */
export function plusMonths(day: PlainDate, months: number): PlainDate {
  return written(addMonths(midnight(day), months))
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return differenceInCalendarDays(midnight(to), midnight(from))
}

/** Full years from birth to `on`; somebody born on 29 February is a year older on 1 March of a common year. */
export function ageInYears(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

export function dayOfWeek(day: PlainDate): DayOfWeek {
  return WEEKDAYS[midnight(day).getDay()] ?? 'Sun'
}

/** Negative, zero or positive, for sorting by time. */
export function compareDays(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b
}

export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}

export type DayParts = { weekday: DayOfWeek; dayOfMonth: string; month: string; year: string }

/** The pieces of a written day: `{ weekday: 'Fri', dayOfMonth: '20', month: 'Mar', year: '2027' }`. */
export function dayParts(day: PlainDate): DayParts {
  return {
    weekday: dayOfWeek(day),
    dayOfMonth: String(Number(day.slice(8))),
    month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '',
    year: day.slice(0, 4),
  }
}

/** `Fri 20 Mar` in the year of `today`, `Fri 20 Mar 2027` in any other and without `today`. */
export function formatDay(day: PlainDate, today?: PlainDate): string {
  const { weekday, dayOfMonth, month, year } = dayParts(day)
  const short = `${weekday} ${dayOfMonth} ${month}`
  return today?.slice(0, 4) === year ? short : `${short} ${year}`
}

// UTC throughout, so daylight saving can neither add nor lose a day.
function midnight(day: PlainDate): UTCDate {
  return new UTCDate(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)))
}

function written(day: UTCDate): PlainDate {
  return plainDate(day.toISOString().slice(0, 10))
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
