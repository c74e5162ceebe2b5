import { dayOfWeek, daysBetween, isPlainDate, plusDays, plusMonths, type PlainDate } from '#shared/kernel/plain-date.ts'

export interface DayEntryOptions {
  /** The day lies behind us (a birth, a death): entries without a century or year mean the latest one not after today. */
  readonly past?: boolean | undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day a clinician means, or null when the text is none: nothing is guessed beyond the year.
 *
 * `t` `t+2` `t-1` (today and days from it), `w+1` `m-6` `y+1`, `today` `tomorrow` `yesterday`; month before day: `11/24`
 * `11-24-26` `11.24.2026` `1124` `112426` `11242026`; `2026-11-24`; `24 Nov`, `Nov 24 2026`, `Tue 24 Nov 2026` (a weekday
 * that does not fit is refused). Without a year the one that brings the day nearest to `today`; with two digits of it the
 * century that does.
 */
export function parseDayEntry(text: string, today: PlainDate, options: DayEntryOptions = {}): PlainDate | null {
  const entry = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (isPlainDate(entry)) return entry
  const past = options.past === true
  return relative(entry, today) ?? numeric(entry, today, past) ?? compact(entry, today, past) ?? named(entry, today, past)
}

function relative(entry: string, today: PlainDate): PlainDate | null {
  const words: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1 }
  const shift = words[entry]
  if (shift !== undefined) return within(() => plusDays(today, shift))
  const parts = /^([twmy])(?: ?([+-]) ?(\d{1,4}))?$/.exec(entry)
  if (parts === null) return null
  const [, unit, sign, digits] = parts
  if (unit !== 't' && digits === undefined) return null
  const count = Number(digits ?? 0) * (sign === '-' ? -1 : 1)
  if (unit === 't') return within(() => plusDays(today, count))
  if (unit === 'w') return within(() => plusDays(today, count * 7))
  return within(() => plusMonths(today, unit === 'y' ? count * 12 : count))
}

function numeric(entry: string, today: PlainDate, past: boolean): PlainDate | null {
  const parts = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(entry)
  return parts === null ? null : resolve(Number(parts[1]), Number(parts[3]), parts[4], today, past)
}

function compact(entry: string, today: PlainDate, past: boolean): PlainDate | null {
  const parts = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(entry)
  return parts === null ? null : resolve(Number(parts[1]), Number(parts[2]), parts[3], today, past)
}

function named(entry: string, today: PlainDate, past: boolean): PlainDate | null {
  const dayFirst = /^(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(\d{1,2})\.? ([a-z]{3,9})\.?,?(?: (\d{4}|\d{2}))?$/.exec(entry)
  const monthFirst = /^(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?([a-z]{3,9})\.? (\d{1,2}),?(?: (\d{4}|\d{2}))?$/.exec(entry)
  const parts = dayFirst ?? monthFirst
  if (parts === null) return null
  const month = MONTHS.indexOf((parts[dayFirst === null ? 2 : 3] ?? '').slice(0, 3)) + 1
  const dayOfMonth = Number(parts[dayFirst === null ? 3 : 2])
  const day = month === 0 ? null : resolve(month, dayOfMonth, parts[4], today, past)
  return day !== null && parts[1] !== undefined && dayOfWeek(day).toLowerCase() !== parts[1] ? null : day
}

/** The day of that month and year text: four digits as they stand, two or none completed from `today`. */
function resolve(month: number, dayOfMonth: number, yearText: string | undefined, today: PlainDate, past: boolean): PlainDate | null {
  const thisYear = Number(today.slice(0, 4))
  const year = Number(yearText)
  if (yearText?.length === 4) return dayIn(year, month, dayOfMonth)
  const years = yearText === undefined ? aroundYear(thisYear) : [-100, 0, 100].map((shift) => Math.floor(thisYear / 100) * 100 + shift + year)
  const days = years.map((candidate) => dayIn(candidate, month, dayOfMonth)).filter((day) => day !== null)
  const allowed = past ? days.filter((day) => day <= today) : days
  return allowed.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null
}

/** Eight years to each side, so that 2/29 finds its leap year even around 1900 and 2100. */
function aroundYear(year: number): number[] {
  return Array.from({ length: 17 }, (_, at) => year - 8 + at)
}

function dayIn(year: number, month: number, dayOfMonth: number): PlainDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}

/** Null where the arithmetic leaves the years 1800 to 2199. */
function within(day: () => PlainDate): PlainDate | null {
  try {
    return day()
  } catch {
    return null
  }
}
