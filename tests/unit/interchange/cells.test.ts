import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfCell, nameOfCell, sexOfCell, statusOfCell, timeOfCell, unitAndBedOfCell } from '#shared/domain/interchange/census/cells.ts'
import { guessMapping, headerKey, missingFields } from '#shared/domain/interchange/census/columns.ts'
import { asOfWritten, sheetOf } from '#shared/domain/interchange/census/sheet.ts'
import { Unusable } from '#shared/domain/interchange/unusable.ts'
import { instantOfLocal } from '#shared/kernel/instant.ts'
import { plainDate, plusDays } from '#shared/kernel/plain-date.ts'

const today = plainDate('2026-11-22')
const day = (cell: string, side: 'past' | 'near' = 'near') => dayOfCell(cell, 'cell', side, today)

describe('days as people write them', () => {
  test.each([
    ['11/22/2026', '2026-11-22'], ['1/2/26', '2026-01-02'], ['2026-11-22', '2026-11-22'], ['2026-11-22T07:02:00', '2026-11-22'], ['20261122', '2026-11-22'], ['22-Nov-2026', '2026-11-22'], ['Nov 22, 2026', '2026-11-22'],
    ['11/22/2026 7:15', '2026-11-22'], ['', 'unknown'], ['N/A', 'unknown'],
  ])('%s is %s', (cell, expected) => { expect(day(cell)).toBe(expected) })

  test('a two-digit year looks back for a birth date and stands in this century otherwise', () => {
    expect(day('03/05/48', 'past')).toBe('1948-03-05')
    expect(day('03/05/26', 'past')).toBe('2026-03-05')
    expect(day('03/05/27', 'past')).toBe('1927-03-05')
    expect(day('03/05/48')).toBe('2048-03-05')
  })

  test.each(['02/30/2026', '13/13/2026', '2026-00-10', 'yesterday', '31/12/2026'])('%s is refused, never guessed', cell => { expect(() => day(cell)).toThrow(Unusable) })

  test('every day written the American way is read back', () => {
    fc.assert(fc.property(fc.integer({ min: -30_000, max: 20_000 }), offset => {
      const on = plusDays(today, offset)
      expect(day(`${on.slice(5, 7)}/${on.slice(8)}/${on.slice(0, 4)}`)).toBe(on)
    }))
  })
})

test.each([['7:02', '07:02'], ['0702', '07:02'], ['702', '07:02'], ['7:02 PM', '19:02'], ['12:00 AM', '00:00'], ['25:00', 'unknown'], ['noon', 'unknown']])('the time %s is %s', (cell, expected) => {
  expect(timeOfCell(cell)).toBe(expected)
})

test.each([['Haddad, Nadia M', 'Haddad', 'Nadia M'], ['Nadia M Haddad', 'Haddad', 'Nadia M'], ['Haddad', 'Haddad', 'unknown'], ['van der Berg, Jan', 'van der Berg', 'Jan']])('%s is family %s, given %s', (cell, familyName, givenNames) => {
  expect(nameOfCell(cell)).toEqual({ familyName, givenNames })
})

test.each([['4W-412A', '4W', '412A'], ['4 West / 412', '4 West', '412'], ['ICU 12', 'ICU', '12'], ['ICU', 'ICU', 'unknown']])('%s is unit %s, bed %s', (cell, unitName, bed) => {
  expect(unitAndBedOfCell(cell)).toEqual({ unitName, bed })
})

test('a status nobody knows stays unknown: nothing is taken for inpatient unsaid', () => {
  expect(['INP', 'OBS', 'ED', 'Surgical AM admit'].map(statusOfCell)).toEqual(['inpatient', 'observation', 'emergency', 'unknown'])
  expect(['F', 'male', '?'].map(sexOfCell)).toEqual(['female', 'male', 'unknown'])
})

describe('columns', () => {
  test('are guessed by header, each field once', () => {
    expect(guessMapping(['MRN', 'Patient Name', 'D.O.B.', 'Location', 'Pt. Class', 'Admit Date/Time', 'Notes', 'Name'])).toEqual(['mrn', 'full-name', 'birth-date', 'unit-and-bed', 'status', 'arrived', 'leave-out', 'leave-out'])
  })
  test('say what is missing and what stands twice', () => {
    expect(missingFields(['mrn', 'family-name'])).toEqual([])
    expect(missingFields(['leave-out'])).toEqual(['a column with the name', 'a column with the MRN or the birth date'])
    expect(missingFields(['mrn', 'mrn', 'full-name'])).toEqual(['one column only for “mrn”'])
  })
  test('are remembered by their words, whatever their case and signs', () => {
    expect(headerKey(['MRN', 'Admit Date/Time'])).toBe(headerKey(['mrn', 'admit  date time']))
  })
})

describe('a sheet with a title', () => {
  const rows = [['Riverbend Hospital'], ['Census as of 11/22/2026 07:02'], [], ['MRN', 'Name', 'DOB'], ['1', 'A, B', '1/1/1950']]
  test('has its header where the known columns are, and rows keep their numbers', () => {
    expect(sheetOf(rows)).toMatchObject({ headers: ['MRN', 'Name', 'DOB'], firstRowNumber: 5, rows: [['1', 'A, B', '1/1/1950']] })
  })
  test('says for which moment it speaks, in its title or its name', () => {
    const at = instantOfLocal(today, '07:02', 'America/New_York')
    expect(asOfWritten(sheetOf(rows).preamble, 'x.csv', today, 'America/New_York')).toBe(at)
    expect(asOfWritten([], 'census_2026-11-22_0702.csv', today, 'America/New_York')).toBe(at)
    expect(asOfWritten([], 'census.csv', today, 'America/New_York')).toBe('unknown')
  })
})
