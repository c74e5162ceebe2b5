import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inpatientOrderAt } from '#shared/domain/utilization/inpatient-order.ts'
import { stayFigures } from '#shared/domain/utilization/stay-figures.ts'
import { instant, instantOfLocal, plusMinutes, type Instant } from '#shared/kernel/instant.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import type { StatusChange } from '#shared/model/stay.ts'
import { status } from '#tests/builders/a-stay.ts'

const newYork = 'America/New_York'
const at = (day: string, time: string, zone = newYork): Instant => instantOfLocal(plainDate(day), time, zone)
const change = (of: StatusChange['status'], from: Instant): StatusChange => ({ status: of, from })
const figures = (changes: readonly StatusChange[], asOf: Instant, zone = newYork) => stayFigures({ kind: 'hospital', statusChanges: [...changes] }, asOf, zone)

test('observation from 20:15 to an order at 09:00 is 12 h 45 min and one midnight, and midnights count from the order on', () => {
  const stay = [change('observation', at('2026-11-24', '20:15')), change('inpatient', at('2026-11-25', '09:00'))]
  expect(figures(stay, at('2026-11-27', '08:00'))).toEqual({
    observation: { minutes: 765, midnights: 1, running: false }, inpatientOrderAt: at('2026-11-25', '09:00'), inpatientMidnights: 2, hospitalMidnights: 3,
  })
})

test('the day of the order is day 0, one minute past midnight is day 1', () => {
  const stay = [change('inpatient', at('2026-11-20', '23:58'))]
  expect(figures(stay, at('2026-11-20', '23:59')).inpatientMidnights).toBe(0)
  expect(figures(stay, at('2026-11-21', '00:00')).inpatientMidnights).toBe(1)
})

test('an order at midnight itself has not passed that midnight', () => {
  const stay = [change('inpatient', at('2026-11-21', '00:00'))]
  expect(figures(stay, at('2026-11-21', '23:59')).inpatientMidnights).toBe(0)
})

test('after discharge the count stands still', () => {
  const stay = [change('inpatient', at('2026-11-20', '14:00')), change('discharged', at('2026-11-23', '11:00'))]
  expect(figures(stay, at('2026-12-24', '11:00')).inpatientMidnights).toBe(3)
})

test('observation that goes on runs with the clock', () => {
  const stay = [change('observation', at('2026-11-22', '06:00'))]
  expect(figures(stay, at('2026-11-22', '12:30')).observation).toEqual({ minutes: 390, midnights: 0, running: true })
})

test('without an inpatient order no inpatient midnight is counted, not even zero', () => {
  expect(figures([change('observation', at('2026-11-20', '06:00'))], at('2026-11-22', '06:00')).inpatientMidnights).toBe('none')
})

test('an order taken back counts for nothing; given again it counts from the second time', () => {
  const first = change('inpatient', at('2026-11-20', '10:00'))
  const back = change('observation', at('2026-11-21', '10:00'))
  const again = change('inpatient', at('2026-11-22', '10:00'))
  const now = at('2026-11-24', '10:00')
  expect(inpatientOrderAt([first, back], now)).toBeNull()
  expect(inpatientOrderAt([first, back, again], now)).toBe(again.from)
  expect(figures([first, back, again], now).inpatientMidnights).toBe(2)
})

test('a stay discharged from observation never was inpatient', () => {
  const stay = [change('inpatient', at('2026-11-20', '10:00')), change('observation', at('2026-11-21', '10:00')), change('discharged', at('2026-11-22', '10:00'))]
  expect(figures(stay, at('2026-11-23', '10:00'))).toMatchObject({ inpatientOrderAt: 'none', inpatientMidnights: 'none', hospitalMidnights: 2 })
})

test('a cancelled stay has no figures', () => {
  const stay = [change('inpatient', at('2026-11-20', '10:00')), change('cancelled', at('2026-11-21', '10:00'))]
  expect(figures(stay, at('2026-11-23', '10:00'))).toMatchObject({ inpatientMidnights: 'none', hospitalMidnights: 'none' })
})

test('emergency time counts towards the hospital midnights, a planned arrival does not', () => {
  const stay = [change('planned', at('2026-11-18', '08:00')), change('emergency', at('2026-11-20', '22:00')), change('inpatient', at('2026-11-21', '02:00'))]
  expect(figures(stay, at('2026-11-22', '12:00'))).toMatchObject({ hospitalMidnights: 2, inpatientMidnights: 1 })
})

test('a nursing-facility stay has no hospital midnights', () => {
  expect(stayFigures({ kind: 'snf', statusChanges: [status('in-care', '2026-11-20T14:00:00.000Z')] }, instant('2026-11-24T14:00:00.000Z'), newYork).hospitalMidnights).toBe('none')
})

test('over the clock change in autumn 24 wall hours are 25 hours of observation and one midnight', () => {
  const stay = [change('observation', at('2026-10-31', '18:00')), change('inpatient', at('2026-11-01', '18:00'))]
  expect(figures(stay, at('2026-11-02', '18:00')).observation).toMatchObject({ minutes: 25 * 60, midnights: 1 })
})

test('over the clock change in spring 24 wall hours are 23 hours of observation and one midnight', () => {
  const stay = [change('observation', at('2027-03-13', '18:00')), change('inpatient', at('2027-03-14', '18:00'))]
  expect(figures(stay, at('2027-03-15', '18:00')).observation).toMatchObject({ minutes: 23 * 60, midnights: 1 })
})

test('New Year is a midnight like any other', () => {
  expect(figures([change('inpatient', at('2026-12-31', '23:00'))], at('2027-01-01', '01:00')).inpatientMidnights).toBe(1)
})

test('the same moments are other midnights in another zone', () => {
  const stay = [status('inpatient', '2026-11-21T03:00:00.000Z')]
  const now = instant('2026-11-21T06:00:00.000Z')
  expect(figures(stay, now, newYork).inpatientMidnights).toBe(1)
  expect(figures(stay, now, 'America/Los_Angeles').inpatientMidnights).toBe(0)
})

const start = instant('2026-10-20T12:00:00.000Z')
const course = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 6 }).map(gaps => {
  const cycle = ['observation', 'inpatient'] as const
  let from = start
  return gaps.map((gap, index) => {
    if (index > 0) from = plusMinutes(from, gap)
    return change(cycle[index % 2] ?? 'observation', from)
  })
})

test('law: time never takes a midnight or a minute of observation away', () => {
  fc.assert(fc.property(course, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (changes, a, b) => {
    const last = changes.at(-1)?.from ?? start
    const [early, late] = [plusMinutes(last, Math.min(a, b)), plusMinutes(last, Math.max(a, b))]
    const [before, after] = [figures(changes, early), figures(changes, late)]
    const minutes = (of: typeof before) => (of.observation === 'none' ? 0 : of.observation.minutes)
    expect(minutes(after)).toBeGreaterThanOrEqual(minutes(before))
    if (before.inpatientMidnights !== 'none' && after.inpatientMidnights !== 'none') expect(after.inpatientMidnights).toBeGreaterThanOrEqual(before.inpatientMidnights)
  }))
})

test('law: inpatient midnights never exceed hospital midnights', () => {
  fc.assert(fc.property(course, fc.integer({ min: 0, max: 20_000 }), (changes, later) => {
    const { inpatientMidnights, hospitalMidnights } = figures(changes, plusMinutes(changes.at(-1)?.from ?? start, later))
    if (inpatientMidnights !== 'none' && hospitalMidnights !== 'none') expect(inpatientMidnights).toBeLessThanOrEqual(hospitalMidnights)
  }))
})
