import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AxisFacts, EntryView } from '#shared/contract/recovery.ts'
import { entryStanding } from '#shared/domain/recovery/entry-standing.ts'
import { instant } from '#shared/kernel/instant.ts'
import { plainDate, plusDays } from '#shared/kernel/plain-date.ts'
import { plainId } from '#tests/support/plain-id.ts'
import { axisOf, barsOf, firstView, marksOf, rowsOf, stackMarks, ticksOf, weekendsOf } from '#renderer/features/recovery/layout.ts'
import { gridKey } from '#renderer/features/recovery/timeline-keys.ts'
import { windowShort, windowWords } from '#renderer/features/recovery/recovery-words.ts'

const day = plainDate
const today = day('2026-11-22')
const window = { from: day('2026-11-20'), on: day('2026-11-20'), to: day('2026-11-21') }

function anEntry(overrides: Partial<EntryView> = {}): EntryView {
  const entry = {
    id: plainId('timeline-entry', 1), version: 1, caseId: plainId('case', 1), timelineId: plainId('timeline', 1), code: 'x', label: 'Walks', kind: 'milestone' as const, domain: 'physical' as const, anchorKind: 'surgery' as const, rule: 'none' as const,
    baseline: window, planned: window, status: 'open' as const, reachedOn: 'not-reached' as const, reachedBy: 'nobody' as const, reachedByName: 'nobody', statusReason: 'none' as const, note: 'none' as const, sourceTitle: 'Source',
    confidence: 'unverified' as const, country: 'US' as const, reference: 'none' as const, patientText: 'unknown' as const, patientTextReviewed: false, neverPatientPrint: false, position: 1, movedDays: 0, ...overrides,
  }
  return { ...entry, standing: overrides.standing ?? entryStanding(entry, today) }
}

const facts: AxisFacts = {
  today, openedOn: day('2026-11-20'), admittedOn: day('2026-11-20'), inpatientFrom: day('2026-11-20'), dischargedOn: 'not-discharged', edd: day('2026-11-25'),
  eddRevisions: [
    { id: plainId('edd_revision', 1), edd: day('2026-11-23'), reason: 'first', note: 'none', at: instant('2026-11-20T12:00:00.000Z'), byName: 'N' },
    { id: plainId('edd_revision', 2), edd: day('2026-11-25'), reason: 'correction', note: 'none', at: instant('2026-11-21T12:00:00.000Z'), byName: 'N' },
  ],
  expectedStay: { state: 'known', source: 'gmlos', days: 2, endsOn: day('2026-11-22'), label: 'GMLOS 2.0 d, DRG 470, FY2027' },
}
const axis = axisOf({ axis: facts, entries: [anEntry()], timelines: [] })
const parts = (entry: EntryView) => barsOf(entry, axis, today).map(({ part, from, to }) => [part, from, to])

describe('bars', () => {
  test('an open milestone past its last day has a tail up to now, and no more', () => {
    expect(parts(anEntry())).toEqual([['planned', 2, 4], ['late', 4, 4.5]])
  })

  test('one reached late is done to its planned end and late from there', () => {
    expect(parts(anEntry({ status: 'reached', reachedOn: day('2026-11-22') }))).toEqual([['planned', 2, 4], ['done', 2, 4], ['late', 4, 5]])
  })

  test('one reached early has its own bar', () => {
    expect(parts(anEntry({ status: 'reached', reachedOn: day('2026-11-19') }))).toEqual([['planned', 2, 4], ['early', 1, 2]])
  })

  test('a UK figure has no tail, a watch window shows how far it has run', () => {
    expect(parts(anEntry({ country: 'UK' }))).toEqual([['planned', 2, 4]])
    expect(parts(anEntry({ kind: 'watch-window', planned: { ...window, to: day('2026-11-26') } }))).toEqual([['watch', 2, 9], ['in-force', 2, 4.5]])
  })

  test('a moved entry keeps the line of its first plan', () => {
    expect(parts(anEntry({ planned: { from: day('2026-11-23'), on: day('2026-11-23'), to: day('2026-11-24') }, movedDays: 3 }))).toEqual([['planned', 5, 7], ['baseline', 2, 4]])
  })

  test('every bar is at least a moment long and lies within the whole axis', () => {
    const status = fc.constantFrom('open' as const, 'reached' as const)
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: -400, max: 0 }), status, (offset, length, reached, mark) => {
      const planned = { from: plusDays(today, offset), on: plusDays(today, offset), to: plusDays(today, offset + length) }
      const entry = anEntry({ planned, baseline: planned, status: mark, reachedOn: mark === 'reached' ? plusDays(today, reached) : 'not-reached' })
      const whole = axisOf({ axis: facts, entries: [entry], timelines: [] })
      for (const bar of barsOf(entry, whole, today)) {
        expect(bar.to).toBeGreaterThan(bar.from)
        expect(bar.from).toBeGreaterThanOrEqual(whole.all.from)
        expect(bar.to).toBeLessThanOrEqual(whole.all.to)
      }
    }))
  })
})

describe('the axis', () => {
  test('the stay reaches from arrival past the EDD; it is what a case opens with until the discharge', () => {
    expect(axis.stay).toEqual({ from: 1, to: 10 })
    expect(firstView(facts)).toBe('stay')
    expect(firstView({ ...facts, dischargedOn: today })).toBe('six-weeks')
  })

  test('today, EDD with its earlier value, expected stay and discharge are marked', () => {
    expect(marksOf({ ...facts, dischargedOn: today }, axis.origin).map(({ kind, at }) => [kind, at])).toEqual([['admitted', 2], ['expected', 4.5], ['edd-before', 5.5], ['edd', 7.5], ['discharged', 4.5], ['today', 4.5]])
  })

  test('no label of a mark lies over another, and today is never left out', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 200, max: 2000 }), (dayPx, width) => {
      const placed = stackMarks(marksOf(facts, axis.origin), at => at * dayPx, width)
      for (const [index, a] of placed.entries()) for (const b of placed.slice(index + 1)) expect(a.line !== b.line || Math.abs(a.x - b.x) > 20).toBe(true)
      if (4.5 * dayPx <= width) expect(placed.map(({ kind }) => kind)).toContain('today')
    }))
  })

  test('days are written while there is room, then weeks, then months', () => {
    const view = { from: 0, to: 60 }
    expect(ticksOf(axis.origin, view, 50, today).lower[4]).toMatchObject({ label: 'Su 22', strong: true })
    expect(ticksOf(axis.origin, view, 20, today).upper[0]).toMatchObject({ label: 'Week of 23 Nov' })
    expect(ticksOf(axis.origin, view, 2, today).upper.map(({ label }) => label)).toEqual(['Dec', '2027'])
    expect(weekendsOf(axis.origin, { from: 0, to: 9 })).toEqual([3])
  })
})

describe('rows and words', () => {
  test('rows stand under their domain in order of time, rows without dates last; a folded domain hides its own', () => {
    const entries = [anEntry({ label: 'no date', planned: 'no-date' }), anEntry({ label: 'late one', planned: { ...window, on: day('2026-11-21') } }), anEntry({ label: 'first' }), anEntry({ label: 'other', domain: 'medical' })]
    const names = (folded: ReadonlySet<'physical'>) => rowsOf(entries, 'domain', folded).map(row => (row.kind === 'lane' ? row.domain : row.entry.label))
    expect(names(new Set())).toEqual(['medical', 'other', 'physical', 'first', 'late one', 'no date'])
    expect(names(new Set(['physical']))).toEqual(['medical', 'other', 'physical'])
    expect(rowsOf(entries, 'time', new Set()).every(row => row.kind === 'entry')).toBe(true)
  })

  test('a window is written short, with its year only where it is another', () => {
    expect(windowWords(window, today)).toBe('20–21 Nov')
    expect(windowWords({ from: day('2026-12-30'), on: day('2027-01-02'), to: day('2027-01-02') }, today)).toBe('30 Dec 2026 – 2 Jan 2027')
    expect(windowShort({ from: day('2026-11-30'), on: day('2026-12-01'), to: day('2026-12-06') })).toBe('30 Nov – 6 Dec')
  })

  test('keys of the program are never taken by the grid', () => {
    const pressed = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }
    for (const key of ['r', 'Enter', 'ArrowDown', '0', '+']) {
      expect(gridKey({ ...pressed, key })).not.toBeNull()
      expect(gridKey({ ...pressed, ctrlKey: true, key })).toBeNull()
      expect(gridKey({ ...pressed, metaKey: true, key })).toBeNull()
    }
    expect(gridKey({ ...pressed, altKey: true, key: 'ArrowLeft' })).toEqual({ do: 'move', by: -1 })
    expect(gridKey({ ...pressed, altKey: true, key: 'n' })).toBeNull()
  })
})
