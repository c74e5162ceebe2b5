import { type Instant, type Zone, instantOfLocal, parseInstant } from '#shared/kernel/instant.ts'
import { type PlainDate, isPlainDate } from '#shared/kernel/plain-date.ts'
import type { Sex } from '#shared/model/patient.ts'
import type { StayStatus } from '#shared/model/stay.ts'
import { Unusable } from '../unusable.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const TIME = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?$/i
/** What a day may end with before its time begins: `11/22/2026 7:15`, `2026-11-22T0715`, `202611220715`, `Nov 22, 2026 at 7:15 pm`. */
const AFTER_DAY = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|(?:18|19|20|21)\d{6}(?=\d{4,6}$)|[^\d]*\d{1,2}[^\d]+\d{4}|[^\d]*\d{1,2}[-\s][a-z]{3,9}[-\s,]+\d{2})(?:[T\s,]+(?:at\s+)?|(?=\d{4,6}$))(.+)$/i

/** Which side a two-digit year falls on: birth dates look back, everything else stands in this century. */
export type Side = 'past' | 'near'

/**
 * A day as people write it: `2026-11-22`, `11/22/2026`, `11/22/26`, `22-Nov-2026`, `20261122`, with or without a time after it.
 *
 * Months come first when both parts could be a month (the field's custom). `'unknown'` for an empty cell; a day that does not exist throws `Unusable`.
 */
export function dayOfCell(cell: string, place: string, side: Side, today: PlainDate): PlainDate | 'unknown' {
  const text = cell.trim()
  if (text === '' || /^(unknown|n\/?a|none|-+)$/i.test(text)) return 'unknown'
  const parts = isoParts(text) ?? usParts(text, side, today) ?? writtenParts(text, side, today)
  const day = parts === null ? '' : `${parts.year}-${two(parts.month)}-${two(parts.day)}`
  if (!isPlainDate(day)) throw new Unusable('impossible-date', place)
  return day
}

/** A time of day by itself, kept as `HH:mm`: `7:15`, `7:15 pm`, `0715`. `'unknown'` when the cell has none. */
export function timeOfCell(cell: string): string | 'unknown' {
  const text = cell.trim()
  const parts = /^\d{3,4}$/.test(text) ? ['', text.slice(0, -2), text.slice(-2), undefined] : /^\d{6}$/.test(text) ? ['', text.slice(0, 2), text.slice(2, 4), undefined] : TIME.exec(text)
  if (parts === null) return 'unknown'
  const [hour, minute, half] = [Number(parts[1]), Number(parts[2]), parts[3]?.toLowerCase()]
  const full = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour
  return full < 24 && minute < 60 ? `${two(String(full))}:${two(String(minute))}` : 'unknown'
}

export interface CellMoment {
  readonly at: Instant
  /** No time was given: `at` is the day's first moment. */
  readonly wholeDay: boolean
}

/** A day with its time at the facility, from its own column or from behind the day. A text with an offset is that very moment. */
export function momentOfCells(dayCell: string, timeCell: string, place: string, today: PlainDate, zone: Zone): CellMoment | 'unknown' {
  const text = dayCell.trim()
  const exact = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? parseInstant(text) : null
  if (exact !== null) return { at: exact, wholeDay: false }
  const day = dayOfCell(text, place, 'near', today)
  if (day === 'unknown') return 'unknown'
  const own = timeOfCell(timeCell)
  const time = own === 'unknown' ? timeOfCell(AFTER_DAY.exec(text)?.[1] ?? '') : own
  return { at: instantOfLocal(day, time === 'unknown' ? '00:00' : time, zone), wholeDay: time === 'unknown' }
}

export interface NameParts {
  readonly familyName: string
  readonly givenNames: string
}

/** `Haddad, Nadia M` or `Nadia M Haddad`: family name and given names. */
export function nameOfCell(cell: string): NameParts {
  const text = cell.replace(/\s+/g, ' ').trim()
  const comma = text.indexOf(',')
  const [family, given] = comma >= 0 ? [text.slice(0, comma), text.slice(comma + 1)] : [text.slice(text.lastIndexOf(' ') + 1), text.slice(0, Math.max(0, text.lastIndexOf(' ')))]
  return { familyName: known(family), givenNames: known(given) }
}

/** The sex a cell names in word or letter; `'unknown'` for anything else. */
export function sexOfCell(cell: string): Sex {
  const text = cell.trim().toLowerCase()
  if (/^(f|female|w|woman)$/.test(text)) return 'female'
  if (/^(m|male|man)$/.test(text)) return 'male'
  return /^(x|o|other|nonbinary|non-binary|intersex)$/.test(text) ? 'other' : 'unknown'
}

const statuses: readonly (readonly [RegExp, StayStatus])[] = [
  [/^(obs|observation|obv|outpatient in a bed|oib|hospital outpatient.*)$/i, 'observation'],
  [/^(ip|inp|inpatient|admitted|admit|acute|i)$/i, 'inpatient'],
  [/^(ed|er|emergency.*)$/i, 'emergency'],
  [/^(op|outpatient|clinic|o)$/i, 'outpatient'],
  [/^(snf|swing.*|home health|hh|irf|rehab|hospice|in care)$/i, 'in-care'],
  [/^(pre-?admit|planned|scheduled|pending)$/i, 'planned'],
  [/^(discharged|dc|d\/c|left)$/i, 'discharged'],
]

/** The status a cell names; `'unknown'` for a word we do not know: nothing is taken for inpatient unsaid. */
export function statusOfCell(cell: string): StayStatus | 'unknown' {
  return statuses.find(([pattern]) => pattern.test(cell.trim()))?.[1] ?? 'unknown'
}

/** `4W-412A`, `4 West / 412A`, `ICU 12`: what stands before the last dash, slash or space is the unit. */
export function unitAndBedOfCell(cell: string): { readonly unitName: string; readonly bed: string } {
  const text = cell.replace(/\s+/g, ' ').trim()
  const parts = /^(.*\S)\s*[-/–]\s*([^-/–]+)$/.exec(text) ?? /^(.*\S) (\S*\d\S*)$/.exec(text)
  return parts === null ? { unitName: known(text), bed: 'unknown' } : { unitName: known(parts[1] ?? ''), bed: known(parts[2] ?? '') }
}

/** Yes or no in the usual writings; `'unknown'` for anything else. */
export function yesNoOfCell(cell: string): 'yes' | 'no' | 'unknown' {
  return /^(y|yes|true|1|needed)$/i.test(cell.trim()) ? 'yes' : /^(n|no|false|0|not needed)$/i.test(cell.trim()) ? 'no' : 'unknown'
}

interface DayParts {
  readonly year: string
  readonly month: string
  readonly day: string
}

function isoParts(text: string): DayParts | null {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text) ?? /^((?:18|19|20|21)\d{2})(\d{2})(\d{2})(?:\d{4,6})?$/.exec(text)
  return parts === null ? null : { year: parts[1] ?? '', month: parts[2] ?? '', day: parts[3] ?? '' }
}

function usParts(text: string, side: Side, today: PlainDate): DayParts | null {
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T\s,].*)?$/.exec(text)
  return parts === null ? null : { year: fullYear(parts[3] ?? '', side, today), month: parts[1] ?? '', day: parts[2] ?? '' }
}

function writtenParts(text: string, side: Side, today: PlainDate): DayParts | null {
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[-\s]([a-z]{3,9})[-\s,]+(\d{4}|\d{2})\b/i.exec(text)
  const monthFirst = /^(?:[a-z]{3,9},\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4}|\d{2})\b/i.exec(text)
  const [day, month, year] = dayFirst !== null ? [dayFirst[1], dayFirst[2], dayFirst[3]] : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const index = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase())
  return day === undefined || year === undefined || index < 0 ? null : { year: fullYear(year, side, today), month: String(index + 1), day }
}

function fullYear(year: string, side: Side, today: PlainDate): string {
  if (year.length === 4) return year
  const century = today.slice(0, 2)
  return side === 'past' && year > today.slice(2, 4) ? `${Number(century) - 1}${year}` : `${century}${year}`
}

const two = (part: string): string => part.padStart(2, '0')
const known = (text: string): string => (text.trim() === '' ? 'unknown' : text.trim())
