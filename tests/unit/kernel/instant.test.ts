import { expect, test } from 'vitest'
import {
  instant as at, instantFromMillis, instantOfLocal, isInstant, isZone, localTimeOf, midnightsBetween, millisOf, minutesBetween, parseInstant, plainDateOf,
  plusMinutes,
} from '#shared/kernel/instant.ts'
import { plainDate as day } from '#shared/kernel/plain-date.ts'

const newYork = 'America/New_York'

test('a moment is stored in one form only', () => {
  expect(isInstant('2026-11-22T16:20:00.000Z')).toBe(true)
  for (const text of ['2026-11-22T16:20:00Z', '2026-11-22T16:20:00.000+01:00', '2026-02-30T16:20:00.000Z', '2026-11-22', '']) {
    expect(isInstant(text), text).toBe(false)
  }
})

test('an offset is understood and becomes UTC', () => {
  expect(at('2026-11-22T11:20:00-05:00')).toBe('2026-11-22T16:20:00.000Z')
  expect(at('2026-11-22T11:20:00.5-05:00')).toBe('2026-11-22T16:20:00.500Z')
  expect(at('2026-11-22T11:20Z')).toBe('2026-11-22T11:20:00.000Z')
})

test('what is no moment is refused without being repeated', () => {
  for (const text of ['2026-02-30T10:00:00Z', '2026-11-22T25:00:00Z', 'Jane Roe', '2026-11-22T10:00:00', '']) {
    expect(parseInstant(text), text).toBeNull()
  }
  expect(() => at('Jane Roe')).toThrow('Not a moment written as ISO 8601 with an offset.')
  expect(() => instantFromMillis(Number.NaN)).toThrow(RangeError)
})

test('the day and time are those on the wall of the facility, not those of the machine or of UTC', () => {
  expect(plainDateOf(at('2026-11-23T02:30:00.000Z'), newYork)).toBe('2026-11-22')
  expect(localTimeOf(at('2026-11-23T02:30:00.000Z'), newYork)).toBe('21:30')
  expect(plainDateOf(at('2026-11-23T02:30:00.000Z'), 'Pacific/Auckland')).toBe('2026-11-23')
})

test('a local time becomes the moment of its season', () => {
  expect(instantOfLocal(day('2027-01-15'), '07:02', newYork)).toBe('2027-01-15T12:02:00.000Z')
  expect(instantOfLocal(day('2027-07-15'), '07:02', newYork)).toBe('2027-07-15T11:02:00.000Z')
  expect(() => instantOfLocal(day('2027-07-15'), '7:02', newYork)).toThrow(RangeError)
  expect(() => instantOfLocal(day('2027-07-15'), '24:00', newYork)).toThrow(RangeError)
})

test('the hour skipped in spring moves on, the hour repeated in autumn is the first one', () => {
  const skipped = instantOfLocal(day('2027-03-14'), '02:30', newYork)
  expect(skipped).toBe('2027-03-14T07:30:00.000Z')
  expect(localTimeOf(skipped, newYork)).toBe('03:30')
  expect(instantOfLocal(day('2027-11-07'), '01:30', newYork)).toBe('2027-11-07T05:30:00.000Z')
})

test('midnights are the ones the facility lived through', () => {
  expect(midnightsBetween(at('2026-11-22T04:50:00.000Z'), at('2026-11-22T05:10:00.000Z'), newYork)).toBe(1)
  expect(midnightsBetween(at('2026-11-22T05:10:00.000Z'), at('2026-11-23T04:50:00.000Z'), newYork)).toBe(0)
  expect(midnightsBetween(at('2027-03-13T17:00:00.000Z'), at('2027-03-15T16:00:00.000Z'), newYork)).toBe(2)
})

test('minutes are counted on the real clock, through daylight saving', () => {
  expect(minutesBetween(at('2027-03-14T06:30:00.000Z'), at('2027-03-14T07:30:00.000Z'))).toBe(60)
  expect(minutesBetween(at('2026-11-22T16:20:00.000Z'), at('2026-11-22T16:20:59.999Z'))).toBe(0)
  expect(minutesBetween(at('2026-11-22T16:20:00.000Z'), at('2026-11-22T16:19:00.000Z'))).toBe(-1)
  expect(plusMinutes(at('2026-11-22T23:59:00.000Z'), 2)).toBe('2026-11-23T00:01:00.000Z')
  expect(instantFromMillis(millisOf(at('2026-11-22T16:20:00.123Z')))).toBe('2026-11-22T16:20:00.123Z')
})

test('a zone is one the machine knows', () => {
  expect(isZone(newYork)).toBe(true)
  expect(isZone('Mars/Olympus')).toBe(false)
  expect(isZone('')).toBe(false)
})
