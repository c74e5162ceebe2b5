import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryStanding, type StandingFacts } from '#shared/domain/recovery/entry-standing.ts'
import { plusDays } from '#shared/kernel/plain-date.ts'
import { day, today } from './library.ts'

const window = { from: day('2026-11-20'), on: day('2026-11-22'), to: day('2026-11-24') }
const entry = (overrides: Partial<StandingFacts> = {}): StandingFacts => ({ kind: 'milestone', status: 'open', planned: window, reachedOn: 'not-reached', rule: 'none', country: 'US', ...overrides })

test.each([
  ['2026-11-19', { kind: 'upcoming', days: 1 }],
  ['2026-11-20', { kind: 'due', daysLeft: 4 }],
  ['2026-11-24', { kind: 'due', daysLeft: 0 }],
  ['2026-11-25', { kind: 'late', days: 1 }],
])('an open milestone as of %s', (asOf, standing) => {
  expect(entryStanding(entry(), day(asOf))).toEqual(standing)
})

test.each([
  ['2026-11-19', { kind: 'reached', variance: 'early', days: 1 }],
  ['2026-11-20', { kind: 'reached', variance: 'on-time', days: 0 }],
  ['2026-11-24', { kind: 'reached', variance: 'on-time', days: 0 }],
  ['2026-11-26', { kind: 'reached', variance: 'late', days: 2 }],
])('a milestone reached on %s', (reachedOn, standing) => {
  expect(entryStanding(entry({ status: 'reached', reachedOn: day(reachedOn) }), today)).toEqual(standing)
})

test.each([
  ['2026-11-19', { kind: 'begins', days: 1 }],
  ['2026-11-20', { kind: 'in-force', daysLeft: 4 }],
  ['2026-11-24', { kind: 'in-force', daysLeft: 0 }],
  ['2026-11-25', { kind: 'ended', days: 1 }],
])('a watch window and a precaution as of %s', (asOf, standing) => {
  expect(entryStanding(entry({ kind: 'watch-window' }), day(asOf))).toEqual(standing)
  expect(entryStanding(entry({ kind: 'precaution' }), day(asOf))).toEqual(standing)
})

test('a watch window or precaution is never reached, missed or late, whatever the store says', () => {
  const any = fc.record({ kind: fc.constantFrom('watch-window' as const, 'precaution' as const), status: fc.constantFrom('open' as const, 'reached' as const, 'missed' as const), country: fc.constantFrom('US' as const, 'UK' as const) })
  fc.assert(
    fc.property(any, fc.integer({ min: -400, max: 400 }), (facts, days) => {
      expect(['begins', 'in-force', 'ended']).toContain(entryStanding(entry(facts), plusDays(today, days)).kind)
    }),
  )
})

test('a UK figure raises neither early nor late', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.constantFrom('open' as const, 'reached' as const), (days, status) => {
      const standing = entryStanding(entry({ country: 'UK', status, reachedOn: status === 'reached' ? plusDays(today, days) : 'not-reached' }), plusDays(today, days))
      expect(['upcoming', 'due', 'past-reference', 'reached-uncompared']).toContain(standing.kind)
    }),
  )
})

test('an entry with a rule waits for its clock, one without an anchor for a date', () => {
  expect(entryStanding(entry({ planned: 'no-date', rule: 'imm_first' }), today)).toEqual({ kind: 'no-clock' })
  expect(entryStanding(entry({ planned: 'no-date' }), today)).toEqual({ kind: 'no-date' })
})
