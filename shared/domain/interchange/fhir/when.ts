import { type Instant, type Zone, instantOfLocal, parseInstant, plainDateOf } from '#shared/kernel/instant.ts'
import { type PlainDate, isPlainDate } from '#shared/kernel/plain-date.ts'
import { Unusable } from '../unusable.ts'
import { type Json, objectAt } from './json.ts'

export interface ReadingContext {
  readonly zone: Zone
  readonly today: PlainDate
  /** The facility's calendar day of a moment. */
  readonly dayOf: (at: Instant) => PlainDate
  /** The moment a text with a time and an offset names; `null` when it names none. */
  readonly momentOf: (text: string) => Instant | null
}

/** What reading needs of the facility. Days are remembered while one file is read: everything of a visit carries the same moments, and time zone arithmetic is slow. */
export function readingContext(zone: Zone, today: PlainDate): ReadingContext {
  return { zone, today, dayOf: remembering((at: Instant) => plainDateOf(at, zone)), momentOf: remembering(parseInstant) }
}

/** A function that answers the same question once. Lives as long as one file is read. */
function remembering<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  const answers = new Map<Q, A>()
  return question => {
    const known = answers.get(question)
    if (known !== undefined) return known
    const found = answer(question)
    answers.set(question, found)
    return found
  }
}

const PARTIAL = /^\d{4}(-(0[1-9]|1[0-2]))?$/
const DAY = /^\d{4}-\d\d-\d\d$/
const TIMED = /^\d{4}-\d\d-\d\dT/

/** FHIR's date or dateTime as the facility's calendar day. A year or a month alone is `'unknown'`: a day is never made up. */
export function dayAt(node: Json, key: string, context: ReadingContext): PlainDate | 'unknown' {
  const text = textAt(node, key)
  if (text === 'unknown' || PARTIAL.test(text)) return 'unknown'
  if (isPlainDate(text)) return text
  if (!TIMED.test(text)) throw new Unusable('impossible-date', key)
  return context.dayOf(momentOf(text, key, context))
}

/** FHIR's dateTime or instant as a moment; a day without a time is its midnight at the facility. */
export function momentAt(node: Json, key: string, context: ReadingContext): Instant | 'unknown' {
  const text = textAt(node, key)
  if (text === 'unknown' || PARTIAL.test(text)) return 'unknown'
  if (isPlainDate(text)) return instantOfLocal(text, '00:00', context.zone)
  if (DAY.test(text)) throw new Unusable('impossible-date', key)
  return momentOf(text, key, context)
}

export interface Period<T> {
  readonly start: T | 'unknown'
  readonly end: T | 'unknown'
}

/** A period as moments; one that ends before it starts makes the resource unusable (FHIR's per-1). */
export function periodAt(node: Json, key: string, context: ReadingContext): Period<Instant> {
  const period = objectAt(node, key)
  const start = momentAt(period, 'start', context)
  return inOrder({ start, end: endAt(period, start, context) }, key)
}

/** FHIR: an end that is a day includes the whole day. So it is the start where both are the same day; else the day's midnight, as a discharge without a time is written. */
function endAt(period: Json, start: Instant | 'unknown', context: ReadingContext): Instant | 'unknown' {
  const end = momentAt(period, 'end', context)
  const dayOnly = end !== 'unknown' && isPlainDate(textAt(period, 'end'))
  return dayOnly && start !== 'unknown' && end < start && context.dayOf(start) === context.dayOf(end) ? start : end
}

/** The same period as the facility's calendar days. */
export function daysPeriodAt(node: Json, key: string, context: ReadingContext): Period<PlainDate> {
  const { start, end } = periodAt(node, key, context)
  return { start: start === 'unknown' ? 'unknown' : context.dayOf(start), end: end === 'unknown' ? 'unknown' : context.dayOf(end) }
}

/** The period, or `Unusable` with its place when it ends before it starts. */
export function inOrder<T extends string>(period: Period<T>, place: string): Period<T> {
  if (period.start !== 'unknown' && period.end !== 'unknown' && period.end < period.start) throw new Unusable('end-before-start', place)
  return period
}

function textAt(node: Json, key: string): string {
  const value = node[key]
  if (value === undefined || value === null) return 'unknown'
  if (typeof value !== 'string') throw new Unusable('wrong-shape', key)
  return value.trim() === '' ? 'unknown' : value.trim()
}

function momentOf(text: string, place: string, context: ReadingContext): Instant {
  const at = context.momentOf(text)
  if (at === null) throw new Unusable('impossible-date', place)
  return at
}
