import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ageInYears, dayOfWeek, dayParts, daysBetween, formatDay, isPlainDate, parsePlainDate, plainDate as day, plainDateFrom, plusDays, plusMonths,
} from '#shared/kernel/plain-date.ts'

const anyDay = fc.integer({ min: 0, max: 105_000 }).map(days => plusDays(day('1900-01-01'), days))

test('a day passes daylight saving, leap days and year ends without gaining or losing one', () => {
  expect(plusDays(day('2027-03-13'), 1)).toBe('2027-03-14')
  expect(plusDays(day('2027-03-14'), 1)).toBe('2027-03-15')
  expect(plusDays(day('2027-11-07'), 1)).toBe('2027-11-08')
  expect(plusDays(day('2028-02-28'), 1)).toBe('2028-02-29')
  expect(plusDays(day('2026-12-31'), 1)).toBe('2027-01-01')
  expect(daysBetween(day('2027-03-01'), day('2027-04-01'))).toBe(31)
  expect(daysBetween(day('2027-04-01'), day('2027-03-01'))).toBe(-31)
})

test('a month later is the last day of the month when the day does not exist', () => {
  expect(plusMonths(day('2027-01-31'), 1)).toBe('2027-02-28')
  expect(plusMonths(day('2028-01-31'), 1)).toBe('2028-02-29')
  expect(plusMonths(day('2027-03-31'), -1)).toBe('2027-02-28')
  expect(plusMonths(day('2026-12-15'), 3)).toBe('2027-03-15')
})

test('adding days and counting them back agree', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: -3_000, max: 3_000 }), (from, days) => {
    expect(daysBetween(from, plusDays(from, days))).toBe(days)
  }))
})

test('days compare as text in order of time', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 3_000 }), (from, days) => {
    expect(from < plusDays(from, days)).toBe(true)
  }))
})

test('the day of the week repeats after seven days', () => {
  expect(dayOfWeek(day('2027-03-20'))).toBe('Sat')
  fc.assert(fc.property(anyDay, from => { expect(dayOfWeek(plusDays(from, 7))).toBe(dayOfWeek(from)) }))
})

test('only days that exist are days', () => {
  for (const text of ['2027-02-28', '2028-02-29', '1800-01-01', '2199-12-31']) expect(isPlainDate(text)).toBe(true)
  for (const text of [
    '2027-02-29', '2100-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-4-1', '20270401', '2027-04-01T00:00', '0027-04-01', '',
    ' 2027-04-01', '2027-04-01\n', '12027-04-01',
  ]) expect(isPlainDate(text), text).toBe(false)
})

test('a text that is no day is refused without being repeated', () => {
  expect(parsePlainDate('Jane Roe')).toBeNull()
  expect(plainDateFrom(2027, 2, 29)).toBeNull()
  expect(plainDateFrom(2028, 2, 29)).toBe('2028-02-29')
  expect(() => day('Jane Roe')).toThrow(RangeError)
  expect(() => day('Jane Roe')).toThrow('Not a calendar day written as YYYY-MM-DD.')
})

test('an age counts birthdays, and 29 February turns on 1 March', () => {
  expect(ageInYears(day('1950-06-15'), day('2027-06-14'))).toBe(76)
  expect(ageInYears(day('1950-06-15'), day('2027-06-15'))).toBe(77)
  expect(ageInYears(day('2000-02-29'), day('2027-02-28'))).toBe(26)
  expect(ageInYears(day('2000-02-29'), day('2027-03-01'))).toBe(27)
})

test('a written day names its year only outside the current one', () => {
  expect(formatDay(day('2027-03-20'), day('2027-01-02'))).toBe('Sat 20 Mar')
  expect(formatDay(day('2028-03-03'), day('2027-01-02'))).toBe('Fri 3 Mar 2028')
  expect(formatDay(day('2027-03-20'))).toBe('Sat 20 Mar 2027')
  expect(dayParts(day('2027-03-20'))).toEqual({ weekday: 'Sat', dayOfMonth: '20', month: 'Mar', year: '2027' })
})
