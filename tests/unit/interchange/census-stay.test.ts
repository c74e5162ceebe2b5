import { describe, expect, test } from 'vitest'
import { nextStatuses } from '#shared/domain/caseload/stay-order.ts'
import { momentOfCells } from '#shared/domain/interchange/census/cells.ts'
import { compareStay, type LastSaid, saidBy, stayFromRow, unopenedBecause } from '#shared/domain/interchange/census/compare-stay.ts'
import { type CensusRow, readCensusRow } from '#shared/domain/interchange/census/read-row.ts'
import { asOfWritten } from '#shared/domain/interchange/census/sheet.ts'
import { instant, instantOfLocal } from '#shared/kernel/instant.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import type { CensusField } from '#shared/model/import.ts'
import { aStay, move, status } from '#tests/builders/a-stay.ts'

const zone = 'America/New_York'
const today = plainDate('2026-11-23')
const local = (day: string, time: string) => instantOfLocal(plainDate(day), time, zone)
const asOf = local('2026-11-23', '07:02')

/** A row that says this and nothing else. */
function row(said: Partial<Record<CensusField, string>>): CensusRow {
  const cells = { mrn: 'M-1', 'full-name': 'Silva, Ana', ...said }
  const mapping: CensusField[] = ['mrn', 'full-name']
  for (const field of ['arrived', 'arrived-time', 'discharged', 'status', 'unit', 'bed', 'disposition'] as const) if (said[field] !== undefined) mapping.push(field)
  return readCensusRow(mapping.map(field => cells[field] ?? ''), { mapping, today, zone, asOf })
}
const unitOf = () => 'unknown' as const
const compared = (said: Partial<Record<CensusField, string>>, known: Parameters<typeof aStay>[0] = {}, last: LastSaid = {}) => compareStay(row(said), aStay(known), last, { asOf, unitOf, nextStatuses })

describe('a written moment', () => {
  const at = (day: string, time = '') => momentOfCells(day, time, 'arrived', today, zone)
  test.each([
    ['11/22/2026 7:15', '07:15'], ['11/22/26 19:15', '19:15'], ['11/22/2026 7:15 PM', '19:15'], ['2026-11-22T07:15:00', '07:15'], ['2026-11-22 07:15', '07:15'], ['202611220715', '07:15'],
    ['Nov 22, 2026 7:15 pm', '19:15'], ['22-Nov-2026 07:15', '07:15'], ['11/22/2026 0715', '07:15'],
  ])('%s has its time', (cell, time) => { expect(at(cell)).toEqual({ at: local('2026-11-22', time), wholeDay: false }) })

  test.each(['Nov 22, 2026', '22 Nov 2026', '11/22/2026', '2026-11-22', '20261122', '22-Nov-26'])('%s has none: a year is no time of day', cell => {
    expect(at(cell)).toEqual({ at: local('2026-11-22', '00:00'), wholeDay: true })
  })

  test('the column beside it comes first, and an offset is taken at its word', () => {
    expect(at('11/22/2026', '0815')).toEqual({ at: local('2026-11-22', '08:15'), wholeDay: false })
    expect(at('2026-11-22T07:15:00-05:00')).toEqual({ at: instant('2026-11-22T12:15:00.000Z'), wholeDay: false })
    expect(at('2026-11-22T12:15:00Z')).toEqual({ at: instant('2026-11-22T12:15:00.000Z'), wholeDay: false })
  })

  test('on the night the clocks go back a time is still one moment', () => {
    expect(momentOfCells('11/1/2026 0:30', '', 'arrived', today, zone)).toEqual({ at: instant('2026-11-01T04:30:00.000Z'), wholeDay: false })
    expect(momentOfCells('11/1/2026 3:00', '', 'arrived', today, zone)).toEqual({ at: instant('2026-11-01T08:00:00.000Z'), wholeDay: false })
  })

  test('a title that begins with the name of a unit still tells the moment of the census', () => {
    expect(asOfWritten(['4 West census as of 11/22/2026 07:02'], 'x.csv', today, zone)).toBe(local('2026-11-22', '07:02'))
  })
})

describe('a status', () => {
  test('follows an unknown class of care', () => {
    expect(compared({ status: 'Inpatient' }, { statusChanges: [status('in-care', '2026-11-20T14:00:00.000Z')] })).toMatchObject({ state: 'changed', changes: [{ field: 'Status', to: 'inpatient', kept: false }] })
  })

  test('that cannot follow the present one is shown and not taken', () => {
    const { state, changes, content } = compared({ status: 'ED' })
    expect({ state, changes, last: content.statusChanges.length }).toEqual({ state: 'same', changes: [{ field: 'Status', from: 'inpatient', to: 'emergency', kept: true }], last: 1 })
  })

  test('that the census said before does not overrule the step a person took since; another word does', () => {
    const known = { statusChanges: [status('inpatient', '2026-11-20T14:00:00.000Z'), status('observation', '2026-11-22T21:00:00.000Z')] }
    expect(compared({ status: 'Inpatient' }, known, { status: 'inpatient' })).toMatchObject({ state: 'same', changes: [{ kept: true }] })
    expect(compared({ status: 'Inpatient' }, known, { status: 'observation' })).toMatchObject({ state: 'changed', changes: [{ kept: false }] })
  })

  test('after a planned arrival begins when the row says the patient came', () => {
    const known = { statusChanges: [status('planned', local('2026-11-22', '17:00'))] }
    expect(compared({ status: 'Inpatient', arrived: '11/22/2026 18:00' }, known).content.statusChanges.at(-1)).toEqual({ status: 'inpatient', from: local('2026-11-22', '18:00') })
  })

  test('planned for tomorrow keeps its day', () => {
    expect(stayFromRow(row({ status: 'Pre-admit', arrived: '11/25/2026 09:00' }), asOf, unitOf).statusChanges).toEqual([{ status: 'planned', from: local('2026-11-25', '09:00') }])
  })
})

describe('a place', () => {
  const lies = (bed: string) => ({ unitMoves: [move('2026-11-20T14:00:00.000Z', { unitName: 'ICU', bed })] })
  test('that the census said before does not move anybody back', () => {
    expect(compared({ unit: 'ICU', bed: '4' }, lies('9'), { unitName: 'ICU', bed: '4' })).toMatchObject({ state: 'same', changes: [{ field: 'Place', kept: true }] })
    expect(compared({ unit: 'ICU', bed: '5' }, lies('9'), { unitName: 'ICU', bed: '4' })).toMatchObject({ state: 'moved', changes: [{ field: 'Place', kept: false }] })
  })
  test('is remembered with what else the row says, and what it leaves open stays as it was said', () => {
    expect(saidBy(row({ status: 'Inpatient', unit: 'ICU' }), { bed: '4', status: 'observation' })).toEqual({ bed: '4', status: 'inpatient', unitName: 'ICU' })
  })
})

describe('a discharge', () => {
  test('of a day to come is planned, and neither ends the stay nor sets a date', () => {
    expect(compared({ discharged: '11/24/2026' })).toMatchObject({ state: 'same', changes: [{ field: 'Discharge (planned)', to: '2026-11-24', kept: true }] })
    expect(stayFromRow(row({ arrived: '11/20/2026', discharged: '11/24/2026' }), asOf, unitOf).statusChanges).toHaveLength(1)
  })

  test('of the day of arrival, without a time, comes after the arrival', () => {
    expect(stayFromRow(row({ arrived: '11/22/2026 14:00', discharged: '11/22/2026' }), asOf, unitOf).statusChanges).toEqual([{ status: 'in-care', from: local('2026-11-22', '14:00') }, { status: 'discharged', from: local('2026-11-22', '14:01') }])
  })

  test('of the day of the last step, without a time, ends a known stay', () => {
    const known = { statusChanges: [status('observation', '2026-11-21T14:00:00.000Z'), status('inpatient', local('2026-11-22', '09:00'))] }
    expect(compared({ discharged: '11/22/2026' }, known).content.statusChanges.at(-1)).toEqual({ status: 'discharged', from: local('2026-11-22', '09:01') })
  })

  test('before the last step is shown and not taken', () => {
    expect(compared({ discharged: '11/19/2026' })).toMatchObject({ state: 'same', changes: [{ field: 'Status', to: 'discharged', kept: true }] })
  })

  test('without its day, of somebody nobody has seen, opens no stay', () => {
    expect([unopenedBecause(row({ status: 'Discharged' })), unopenedBecause(row({ discharged: '11/22/2026' }))].map(why => why !== 'none')).toEqual([true, true])
    expect(unopenedBecause(row({ status: 'Inpatient' }))).toBe('none')
  })
})
