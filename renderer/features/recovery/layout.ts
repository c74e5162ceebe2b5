import type { AxisFacts, CaseRecovery, EntryView } from '#shared/contract/recovery.ts'
import { dayOfWeek, dayParts, daysBetween, earlierOf, formatDay, laterOf, plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { Domain, Window } from '#shared/model/timeline.ts'

/** A stretch of the axis in days since its origin; `to` is the end of its last day. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Axis {
  /** The day at position 0. */
  readonly origin: PlainDate
  readonly all: Span
  /** Around the stay, from arrival to the last of discharge, EDD, expected stay and today. */
  readonly stay: Span
  /** Six weeks from the arrival or the first plan's anchor. */
  readonly sixWeeks: Span
}

const sixWeeksDays = 42

/** The stretches a case's timeline can be seen in. Pure calendar days: no zone and no clock change can move a bar. */
export function axisOf({ axis, entries, timelines }: Pick<CaseRecovery, 'axis' | 'entries' | 'timelines'>): Axis {
  const start = stayStart(axis)
  const stayEnd = [...stayDays(axis)].reduce(laterOf, start)
  const windows = entries.flatMap(entry => [entry.planned, entry.baseline])
  const days = [start, stayEnd, ...timelines.map(({ anchorOn }) => anchorOn), ...windows.flatMap(windowDays), ...entries.flatMap(({ reachedOn }) => (reachedOn === 'not-reached' ? [] : [reachedOn]))]
  const first = days.reduce(earlierOf, start)
  const last = days.reduce(laterOf, start)
  const origin = plusDays(first, -2)
  const at = (day: PlainDate) => daysBetween(origin, day)
  return {
    origin,
    all: { from: at(first) - 1, to: at(last) + 3 },
    stay: { from: at(start) - 1, to: Math.max(at(stayEnd) + 3, at(start) + 8) },
    sixWeeks: { from: at(start) - 1, to: at(start) + sixWeeksDays },
  }
}

function stayStart({ admittedOn, openedOn }: AxisFacts): PlainDate {
  return admittedOn === 'unknown' ? openedOn : admittedOn
}

function stayDays({ today, edd, dischargedOn, expectedStay }: AxisFacts): readonly PlainDate[] {
  if (dischargedOn !== 'not-discharged') return [dischargedOn]
  return [today, ...(edd === 'unknown' ? [] : [edd]), ...(expectedStay.state === 'known' ? [expectedStay.endsOn] : [])]
}

const windowDays = (window: Window): readonly PlainDate[] => (window === 'no-date' ? [] : [window.from, window.to])

/** The view a case opens with: the stay while it goes on, six weeks afterwards. */
export function firstView({ dischargedOn, admittedOn, today }: AxisFacts): 'stay' | 'six-weeks' {
  if (dischargedOn !== 'not-discharged' || admittedOn === 'unknown') return 'six-weeks'
  return daysBetween(admittedOn, today) > sixWeeksDays ? 'six-weeks' : 'stay'
}

export type BarPart = 'planned' | 'watch' | 'precaution' | 'baseline' | 'done' | 'early' | 'late' | 'in-force'
export interface Bar extends Span {
  readonly part: BarPart
}

/** Where in a day its marks stand: moments are not known to the hour. */
const nowAt = 0.5

/**
 * The bars of one row, in days of the axis. Planned on top; below it what happened: done up to the planned end, the hatched lateness from the
 * planned end on (to today while it is open), early as its own colour. A first plan that was moved shows as a thin line. UK figures get no
 * lateness; watch windows and precautions show how far they have run.
 */
export function barsOf(entry: EntryView, { origin }: Pick<Axis, 'origin'>, today: PlainDate): readonly Bar[] {
  if (entry.planned === 'no-date') return entry.reachedOn === 'not-reached' ? [] : [{ part: 'done', ...oneDay(origin, entry.reachedOn) }]
  const planned = spanOf(origin, entry.planned)
  const baseline = entry.movedDays !== 0 && entry.baseline !== 'no-date' ? [{ part: 'baseline' as const, ...spanOf(origin, entry.baseline) }] : []
  const part = entry.kind === 'milestone' ? 'planned' : entry.kind === 'watch-window' ? 'watch' : 'precaution'
  return [{ part, ...planned }, ...baseline, ...actualBars(entry, planned, origin, today)]
}

function actualBars(entry: EntryView, planned: Span, origin: PlainDate, today: PlainDate): readonly Bar[] {
  const now = daysBetween(origin, today) + nowAt
  if (entry.kind !== 'milestone') return entry.status === 'open' && now > planned.from ? [{ part: 'in-force', from: planned.from, to: Math.min(now, planned.to) }] : []
  if (entry.standing.kind === 'late') return [{ part: 'late', from: planned.to, to: now }]
  if (entry.reachedOn === 'not-reached') return []
  const reached = oneDay(origin, entry.reachedOn)
  if (entry.standing.kind === 'reached' && entry.standing.variance === 'early') return [{ part: 'early', ...reached }]
  if (entry.standing.kind === 'reached' && entry.standing.variance === 'late') return [{ part: 'done', ...planned }, { part: 'late', from: planned.to, to: reached.to }]
  return [{ part: 'done', from: Math.min(planned.from, reached.from), to: reached.to }]
}

const spanOf = (origin: PlainDate, window: Exclude<Window, 'no-date'>): Span => ({ from: daysBetween(origin, window.from), to: daysBetween(origin, window.to) + 1 })
const oneDay = (origin: PlainDate, day: PlainDate): Span => ({ from: daysBetween(origin, day), to: daysBetween(origin, day) + 1 })

export type Grouping = 'domain' | 'time'
export type Row = { readonly kind: 'lane'; readonly domain: Domain; readonly count: number; readonly open: boolean } | { readonly kind: 'entry'; readonly entry: EntryView }

export const laneOrder: readonly Domain[] = ['medical', 'physical', 'functional', 'emotional', 'social', 'financial', 'discharge']

/** The rows on screen: by domain under lanes that fold, or all in order of time. Rows without dates come last. */
export function rowsOf(entries: readonly EntryView[], grouping: Grouping, folded: ReadonlySet<Domain>): readonly Row[] {
  const sorted = entries.toSorted((a, b) => byDay(a, b) || a.position - b.position)
  if (grouping === 'time') return sorted.map(entry => ({ kind: 'entry', entry }))
  return laneOrder.flatMap(domain => {
    const own = sorted.filter(entry => entry.domain === domain)
    if (own.length === 0) return []
    const open = !folded.has(domain)
    return [{ kind: 'lane' as const, domain, count: own.length, open }, ...(open ? own.map(entry => ({ kind: 'entry' as const, entry })) : [])]
  })
}

function byDay(a: EntryView, b: EntryView): number {
  const [x, y] = [a, b].map(({ planned, reachedOn }) => (planned === 'no-date' ? (reachedOn === 'not-reached' ? '9999' : reachedOn) : planned.on))
  return x === y ? 0 : (x ?? '') < (y ?? '') ? -1 : 1
}

export type MarkKind = 'admitted' | 'today' | 'edd' | 'edd-before' | 'expected' | 'discharged'
export interface Mark {
  readonly kind: MarkKind
  /** Position in days of the axis. */
  readonly at: number
  readonly label: string
}

/** What stands on the axis besides rows: arrival, today, the EDD with its earlier values, the end of the expected stay, the discharge. */
export function marksOf(axis: AxisFacts, origin: PlainDate): readonly Mark[] {
  const at = (day: PlainDate) => daysBetween(origin, day)
  const { admittedOn, today, edd, eddRevisions, expectedStay, inpatientFrom, dischargedOn } = axis
  const before = eddRevisions.slice(0, -1).flatMap(revision => (revision.edd === 'unknown' || revision.edd === edd ? [] : [{ kind: 'edd-before' as const, at: at(revision.edd) + nowAt, label: `EDD was ${formatDay(revision.edd, today)}` }]))
  return [
    ...(admittedOn === 'unknown' ? [] : [{ kind: 'admitted' as const, at: at(admittedOn), label: 'Admitted' }]),
    ...(expectedStay.state === 'known' && inpatientFrom !== 'unknown' ? [{ kind: 'expected' as const, at: at(inpatientFrom) + expectedStay.days + nowAt, label: expectedStay.label.split(',')[0] ?? '' }] : []),
    ...before,
    ...(edd === 'unknown' ? [] : [{ kind: 'edd' as const, at: at(edd) + nowAt, label: `EDD ${formatDay(edd, today)}` }]),
    ...(dischargedOn === 'not-discharged' ? [] : [{ kind: 'discharged' as const, at: at(dischargedOn) + nowAt, label: `Discharged ${formatDay(dischargedOn, today)}` }]),
    { kind: 'today', at: at(today) + nowAt, label: 'Today' },
  ]
}

export interface PlacedMark extends Mark {
  readonly x: number
  readonly line: number
}

const letterPx = 6.3
const markGapPx = 10
const markLines = 2
const markOrder: readonly MarkKind[] = ['today', 'edd', 'discharged', 'expected', 'admitted']

/** Labels of marks on two lines, none over another: the more important ones first; one that finds no room keeps its line alone. */
export function stackMarks(marks: readonly Mark[], x: (at: number) => number, width: number): readonly PlacedMark[] {
  const placed: (PlacedMark & { readonly end: number })[] = []
  const visible = marks.map(mark => ({ ...mark, x: x(mark.at) })).filter(mark => mark.x >= 0 && mark.x <= width && markOrder.includes(mark.kind))
  for (const mark of visible.toSorted((a, b) => markOrder.indexOf(a.kind) - markOrder.indexOf(b.kind))) {
    const size = mark.label.length * letterPx + markGapPx
    const start = Math.max(0, Math.min(mark.x, width - size))
    const line = [...Array(markLines).keys()].find(at => placed.every(other => other.line !== at || other.end <= start || other.x >= start + size))
    if (line !== undefined) placed.push({ ...mark, x: start, line, end: start + size })
  }
  return placed
}

export interface Tick {
  readonly at: number
  readonly label: string
  readonly strong: boolean
}

const dayLabelPx = 15
const weekLabelPx = 84

/** What is written over the axis for that many pixels a day: weeks above and days below while there is room, else months above and weeks below. */
export function ticksOf(origin: PlainDate, view: Span, dayPx: number, today: PlainDate): { readonly upper: readonly Tick[]; readonly lower: readonly Tick[] } {
  const first = Math.floor(view.from)
  const days = Array.from({ length: Math.max(0, Math.min(Math.ceil(view.to) - first, 4000)) }, (_, index) => first + index)
  const dayAt = (at: number) => plusDays(origin, at)
  const mondays = days.filter(at => dayOfWeek(dayAt(at)) === 'Mon')
  if (dayPx * 7 >= weekLabelPx) {
    return {
      upper: mondays.map(at => ({ at, label: weekLabel(dayAt(at)), strong: true })),
      lower: dayPx < dayLabelPx ? [] : days.map(at => ({ at, label: dayLabel(dayAt(at), dayPx), strong: dayAt(at) === today })),
    }
  }
  const months = days.filter(at => dayParts(dayAt(at)).dayOfMonth === '1')
  const everyMonth = dayPx * 30 >= 34 ? 1 : dayPx * 91 >= 34 ? 3 : 12
  return {
    upper: months.filter(at => (Number(dayAt(at).slice(5, 7)) - 1) % everyMonth === 0).map(at => ({ at, label: monthLabel(dayAt(at)), strong: true })),
    lower: dayPx * 7 >= 20 ? mondays.map(at => ({ at, label: dayParts(dayAt(at)).dayOfMonth, strong: false })) : [],
  }
}

const weekLabel = (day: PlainDate): string => `Week of ${dayParts(day).dayOfMonth} ${dayParts(day).month}`
const monthLabel = (day: PlainDate): string => (day.slice(5, 7) === '01' ? dayParts(day).year : dayParts(day).month)
const dayLabel = (day: PlainDate, dayPx: number): string => (dayPx > 44 ? `${dayParts(day).weekday.slice(0, 2)} ${dayParts(day).dayOfMonth}` : dayParts(day).dayOfMonth)

/** The first day of each weekend in view. */
export function weekendsOf(origin: PlainDate, view: Span): readonly number[] {
  const first = Math.floor(view.from) - 1
  return Array.from({ length: Math.max(0, Math.min(Math.ceil(view.to) - first + 1, 4000)) }, (_, index) => first + index).filter(at => dayOfWeek(plusDays(origin, at)) === 'Sat')
}
