import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patientEntries } from '#shared/domain/recovery/patient-entries.ts'
import { plusDays } from '#shared/kernel/plain-date.ts'
import { today } from './library.ts'

type Entry = Parameters<typeof patientEntries>[0][number]
const entry = (overrides: Partial<Entry> = {}): Entry => ({
  kind: 'milestone', status: 'open', planned: { from: plusDays(today, 1), on: plusDays(today, 2), to: plusDays(today, 3) }, reachedOn: 'not-reached',
  patientText: 'Walk with help', patientTextReviewed: true, neverPatientPrint: false, position: 1, ...overrides,
})
const anyEntry = fc.record({
  kind: fc.constantFrom('milestone' as const, 'watch-window' as const, 'precaution' as const),
  status: fc.constantFrom('open' as const, 'reached' as const, 'missed' as const, 'not-applicable' as const),
  offset: fc.integer({ min: -60, max: 60 }),
  patientTextReviewed: fc.boolean(),
  neverPatientPrint: fc.boolean(),
  patientText: fc.constantFrom('Walk with help' as const, 'unknown' as const),
}).map(({ offset, ...rest }) => entry({ ...rest, reachedOn: rest.status === 'reached' ? plusDays(today, offset) : 'not-reached', planned: { from: plusDays(today, offset), on: plusDays(today, offset), to: plusDays(today, offset + 2) } }))

test('only reviewed wording is printed, and never of an entry that is kept off', () => {
  for (const hidden of [{ patientTextReviewed: false }, { patientText: 'unknown' as const }, { neverPatientPrint: true }, { status: 'missed' as const }, { status: 'not-applicable' as const }]) {
    expect(patientEntries([entry(hidden)], today)).toEqual({ next: [], takeCare: [], done: [] })
  }
  expect(patientEntries([entry()], today).next).toEqual([{ text: 'Walk with help', from: plusDays(today, 1), to: plusDays(today, 3) }])
})

test('no day in the past stands beside an open step, so nothing can be read as late', () => {
  fc.assert(
    fc.property(fc.array(anyEntry), entries => {
      const { next, takeCare } = patientEntries(entries, today)
      expect(next.every(({ to }) => to === 'no-date' || to >= today)).toBe(true)
      expect(takeCare.every(({ until }) => until === 'no-date' || until >= today)).toBe(true)
    }),
  )
})

test('what was reached is told with its day alone', () => {
  expect(patientEntries([entry({ status: 'reached', reachedOn: today })], today).done).toEqual([{ text: 'Walk with help', on: today }])
})
