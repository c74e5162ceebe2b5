import { TZDate, tzOffset } from '@date-fns/tz'
import { UTCDate } from '@date-fns/utc'
import { daysBetween, isPlainDate, plainDate, type PlainDate } from './plain-date.ts'

declare const brand: unique symbol

/** A moment, ISO 8601 in UTC with milliseconds (`2026-11-22T16:20:00.000Z`). Strings compare in order of time. */
export type Instant = string & { readonly [brand]: true }

/** An IANA time zone such as `America/New_York`: the facility's, chosen at set-up. */
export type Zone = string

const SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const WITH_OFFSET = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/
const MINUTE = 60_000
const DAY = 86_400_000

/** True for a moment in exactly the stored form that exists: neither `2026-02-30T…` nor an offset other than `Z`. */
export function isInstant(text: string): text is Instant {
  if (!SHAPE.test(text)) return false
  const at = new UTCDate(text)
  return !Number.isNaN(at.getTime()) && at.toISOString() === text
}

/**
 * The moment written as ISO 8601 with `Z` or an offset, seconds and fraction optional (FHIR's instant and dateTime with time).
 *
 * `null` for any other text and for a day that does not exist: for input nobody has checked yet.
 */
export function parseInstant(text: string): Instant | null {
  if (isInstant(text)) return text
  const day = WITH_OFFSET.exec(text)?.[1]
  if (day === undefined || !isPlainDate(day)) return null
  const millis = new UTCDate(text).getTime()
  return Number.isNaN(millis) ? null : instantFromMillis(millis)
}

/** A moment known to be one (a checked row, a literal). Throws a RangeError that does not repeat the text. */
export function instant(text: string): Instant {
  const at = parseInstant(text)
  if (at === null) throw new RangeError('Not a moment written as ISO 8601 with an offset.')
  return at
}

/** The moment `millis` milliseconds after 1970-01-01T00:00Z. Throws a RangeError outside the years 0 to 9999. */
export function instantFromMillis(millis: number): Instant {
  const text = Number.isFinite(millis) ? new UTCDate(millis).toISOString() : ''
  if (!isInstant(text)) throw new RangeError('Not a moment of the years 0 to 9999.')
  return text
}

export function millisOf(at: Instant): number {
  return new UTCDate(at).getTime()
}

/** The calendar day on the wall of the zone at that moment. */
export function plainDateOf(at: Instant, zone: Zone): PlainDate {
  const wall = new TZDate(at, zone)
  return plainDate(`${String(wall.getFullYear()).padStart(4, '0')}-${two(wall.getMonth() + 1)}-${two(wall.getDate())}`)
}

/** The time on the wall of the zone, 24 hours, `07:02`. */
export function localTimeOf(at: Instant, zone: Zone): string {
  const wall = new TZDate(at, zone)
  return `${two(wall.getHours())}:${two(wall.getMinutes())}`
}

/**
 * The moment at which the zone's wall shows `time` (`HH:mm`) on `day`.
 *
 * In the hour skipped in spring it is as long after midnight as the clock would say (02:30 becomes 03:30); in the hour
 * repeated in autumn it is the first one.
 */
export function instantOfLocal(day: PlainDate, time: string, zone: Zone): Instant {
  const parts = TIME.exec(time)
  if (parts === null) throw new RangeError('Not a time written as HH:mm.')
  const wall = new UTCDate(`${day}T${time}:00.000Z`).getTime()
  // Not `new TZDate(…)`: in the repeated hour its answer depends on the zone of the machine.
  const before = wall - offsetMillis(zone, wall - DAY)
  const after = wall - offsetMillis(zone, wall + DAY)
  const showsTime = (millis: number): boolean => millis + offsetMillis(zone, millis) === wall
  return instantFromMillis(showsTime(before) || !showsTime(after) ? before : after)
}

/** Whole minutes from `from` to `to`, rounded down; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((millisOf(to) - millisOf(from)) / MINUTE)
}

/** Midnights the zone's wall passes from `from` to `to`: the two-midnight rule's count. Negative when `to` is earlier. */
export function midnightsBetween(from: Instant, to: Instant, zone: Zone): number {
  return daysBetween(plainDateOf(from, zone), plainDateOf(to, zone))
}

export function plusMillis(at: Instant, millis: number): Instant {
  return instantFromMillis(millisOf(at) + millis)
}

export function plusMinutes(at: Instant, minutes: number): Instant {
  return plusMillis(at, minutes * MINUTE)
}

/** Negative, zero or positive, for sorting by time. */
export function compareInstants(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Asking Intl costs half a millisecond, and every saved case asks. */
const knownZones = new Set<string>()

/** True for a zone this machine's time zone tables know. */
export function isZone(zone: string): boolean {
  if (knownZones.has(zone)) return true
  try {
    const isKnown = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0
    if (isKnown) knownZones.add(zone)
    return isKnown
  } catch {
    return false
  }
}

function offsetMillis(zone: Zone, millis: number): number {
  return tzOffset(zone, new UTCDate(millis)) * MINUTE
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
