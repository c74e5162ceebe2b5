import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOfFiscalYear, drgTableFor, fiscalYearOf, lookUpDrg, noTableSentence } from '#shared/domain/utilization/drg-tables.ts'
import { expectedLos, losProgress, varianceDays } from '#shared/domain/utilization/expected-los.ts'
import { searchDrgs } from '#shared/domain/utilization/search-drgs.ts'
import { plainDate, plusDays } from '#shared/kernel/plain-date.ts'
import { DrgTable, type Drg } from '#shared/model/drg.ts'

const heartFailure: Drg = {
  code: '291', title: 'HEART FAILURE AND SHOCK WITH MCC', mdc: '05', type: 'medical', weight: 1.2685, gmlosDays: 3.8, amlosDays: 4.9, postAcuteTransfer: 'yes', specialPay: 'no',
}
const other: Drg = { ...heartFailure, code: '470', title: 'MAJOR HIP AND KNEE JOINT REPLACEMENT', gmlosDays: 'unknown' }
const fy2027 = DrgTable.parse({ fiscalYear: 2027, effectiveOn: '2026-10-01', throughOn: '2027-09-30', source: 'test', rows: [heartFailure, other] })

describe('which table holds', () => {
  test('FY2027 begins on 1 October 2026 and ends on 30 September 2027', () => {
    expect(fiscalYearOf(plainDate('2026-09-30'))).toBe(2026)
    expect(fiscalYearOf(plainDate('2026-10-01'))).toBe(2027)
    expect(fiscalYearOf(plainDate('2027-09-30'))).toBe(2027)
    expect(fiscalYearOf(plainDate('2027-10-01'))).toBe(2028)
  })

  test('a discharge on 30 September 2026 gets "No table for FY2026 loaded", never the FY2027 figure', () => {
    const lookup = lookUpDrg([fy2027], '291', plainDate('2026-09-30'))
    expect(lookup).toEqual({ kind: 'no-table', fiscalYear: 2026 })
    expect(noTableSentence(2026)).toBe('No table for FY2026 loaded')
    expect(expectedLos('none', lookup)).toEqual({ kind: 'no-table', fiscalYear: 2026 })
  })

  test('a discharge on 1 October 2026 gets 3.8 days with year and source', () => {
    expect(expectedLos('none', lookUpDrg([fy2027], '291', plainDate('2026-10-01')))).toEqual({ kind: 'gmlos', days: 3.8, drgCode: '291', fiscalYear: 2027, source: 'test' })
  })

  test('law: every day has one fiscal year and lies within the days of that year', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), offset => {
      const day = plusDays(plainDate('2000-01-01'), offset)
      const { effectiveOn, throughOn } = daysOfFiscalYear(fiscalYearOf(day))
      expect(effectiveOn <= day && day <= throughOn).toBe(true)
    }))
  })

  test('law: a table never holds for a day outside its own', () => {
    fc.assert(fc.property(fc.integer({ min: -800, max: 800 }), offset => {
      const day = plusDays(plainDate('2026-10-01'), offset)
      expect(drgTableFor([fy2027], day) !== null).toBe(fiscalYearOf(day) === 2027)
    }))
  })
})

describe('what is expected', () => {
  test('a typed goal stands in for the GMLOS', () => {
    expect(expectedLos(2.5, lookUpDrg([fy2027], '291', plainDate('2026-11-01')))).toEqual({ kind: 'goal', days: 2.5 })
  })

  test('without a DRG nothing is expected, and that is said', () => {
    expect(expectedLos('none', 'not-assigned')).toEqual({ kind: 'not-assigned' })
  })

  test('a DRG without a figure or outside the table says so', () => {
    const day = plainDate('2026-11-01')
    expect(expectedLos('none', lookUpDrg([fy2027], '470', day))).toMatchObject({ kind: 'no-figure', drgCode: '470' })
    expect(expectedLos('none', lookUpDrg([fy2027], '999', day))).toEqual({ kind: 'not-in-table', fiscalYear: 2027 })
  })
})

describe('variance', () => {
  test('five midnights against 4.4 days are 0.6 days over, exactly', () => {
    expect(varianceDays(5, 4.4)).toBe(0.6)
    expect(varianceDays(4, 4.4)).toBe(-0.4)
  })

  test('an unknown expectation gives an unknown variance, not zero', () => {
    expect(losProgress({ inpatientMidnights: 3 }, false, { kind: 'not-assigned' })).toEqual({ state: 'counted', midnights: 3, discharged: false, expected: { kind: 'not-assigned' }, varianceDays: 'unknown' })
  })

  test('without an order there is no day x', () => {
    expect(losProgress({ inpatientMidnights: 'none' }, false, { kind: 'not-assigned' })).toMatchObject({ state: 'not-inpatient' })
  })

  test('law: one midnight more is one day more variance', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 4_000 }), (midnights, tenths) => {
      const [a, b] = [varianceDays(midnights, tenths / 10), varianceDays(midnights + 1, tenths / 10)]
      expect(a !== 'unknown' && b !== 'unknown' && Math.round((b - a) * 10)).toBe(10)
    }))
  })
})

describe('searching a DRG', () => {
  test('by the beginning of the number or of words of the title, in any order', () => {
    expect(searchDrgs(fy2027.rows, '29', 10)).toEqual([heartFailure])
    expect(searchDrgs(fy2027.rows, 'shock hea', 10)).toEqual([heartFailure])
    expect(searchDrgs(fy2027.rows, 'knee', 10)).toEqual([other])
    expect(searchDrgs(fy2027.rows, 'eart', 10)).toEqual([])
    expect(searchDrgs(fy2027.rows, '', 10)).toEqual([])
  })
})
