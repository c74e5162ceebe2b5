import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfWeek, daysBetween, formatDay, plainDate, plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import { numericDay } from '#renderer/ui/day-words.ts'
import { parseDayEntry } from '#renderer/ui/parse-day-entry.ts'

const today = plainDate('2026-11-22')
const anyDay = fc.integer({ min: -40_000, max: 40_000 }).map((days) => plusDays(today, days))

describe('a day typed by a clinician', () => {
  test.each<[string, string]>([
    ['t', '2026-11-22'], ['T', '2026-11-22'], ['t+2', '2026-11-24'], ['t - 1', '2026-11-21'], ['w+1', '2026-11-29'], ['m+1', '2026-12-22'], ['y-1', '2025-11-22'],
    ['today', '2026-11-22'], ['Tomorrow', '2026-11-23'], ['yesterday', '2026-11-21'],
    ['11/24', '2026-11-24'], ['11/24/26', '2026-11-24'], ['11/24/2026', '2026-11-24'], ['11-24-2026', '2026-11-24'], ['11.24', '2026-11-24'], ['1/5', '2027-01-05'], ['1124', '2026-11-24'], ['112426', '2026-11-24'], ['11242026', '2026-11-24'], ['2026-11-24', '2026-11-24'], ['2/29', '2028-02-29'],
    ['24 nov', '2026-11-24'], ['Nov 24', '2026-11-24'], ['Tue 24 Nov', '2026-11-24'], ['Tuesday, November 24, 2026', '2026-11-24'], ['  t  ', '2026-11-22'],
  ])('%s is %s', (text, day) => {
    expect(parseDayEntry(text, today)).toBe(day)
  })

  test.each(['', 'x', '13/1', '2/30', '2/29/2027', '11/24/026', '11/24-2026', 'w', 'm', 't+', 't+99999', 'Wed 24 Nov 2026', '24', '99', '123', '11242', '1799-01-01', '24 foo', '11/24 2026x'])('"%s" is no day and nothing is guessed', (text) => {
    expect(parseDayEntry(text, today)).toBeNull()
  })

  test('a day far in the future is refused, not wrapped', () => {
    expect(parseDayEntry('y+999', today)).toBeNull()
  })

  test('a birth date without a century is never in the future', () => {
    expect(parseDayEntry('112454', today, { past: true })).toBe('1954-11-24')
    expect(parseDayEntry('11/24', today, { past: true })).toBe('2025-11-24')
    expect(parseDayEntry('11/22/26', today, { past: true })).toBe('2026-11-22')
    expect(parseDayEntry('11/23/26', today, { past: true })).toBe('1926-11-23')
  })

  test('every form in which a day is shown is read as that day', () => {
    fc.assert(fc.property(anyDay, (day) => {
      for (const shown of [day, numericDay(day), formatDay(day), numericDay(day).replaceAll('/', '')]) expect(parseDayEntry(shown, today)).toBe(day)
    }))
  })

  test('a day without a year is at most about half a year away', () => {
    fc.assert(fc.property(anyDay, anyDay, (day, from) => {
      fc.pre(!day.endsWith('02-29'))
      const read = parseDayEntry(numericDay(day).slice(0, 5), from)
      expect(Math.abs(daysBetween(from, read ?? day))).toBeLessThanOrEqual(183)
    }))
  })

  test('no text at all makes it throw or leave the years 1800 to 2199', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read: PlainDate | null = parseDayEntry(text, today)
      expect(read === null || dayOfWeek(read).length === 3).toBe(true)
    }))
  })
})
