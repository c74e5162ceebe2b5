import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ImportAccounts } from '#shared/domain/interchange/accounts.ts'
import { dispositionOfCode, dispositionOfText } from '#shared/domain/interchange/disposition.ts'
import { readBundle } from '#shared/domain/interchange/fhir/read-bundle.ts'
import { readingContext } from '#shared/domain/interchange/fhir/when.ts'
import { isHistory } from '#shared/domain/interchange/history-codes.ts'
import { mergeVital } from '#shared/domain/interchange/merge-fields.ts'
import { payerKindOf } from '#shared/domain/interchange/payer-kind.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { deeperThan } from '#electron/services/interchange/parser/json-depth.ts'
import { columnOf, isDateFormat, serialText } from '#electron/services/interchange/parser/xlsx-cells.ts'

test.each([['01', 'home'], ['1', 'home'], ['03', 'snf'], ['83', 'snf'], ['20', 'died'], ['30', 'unknown'], ['62', 'irf'], ['aadvice', 'against-advice']])('discharge code %s is %s', (code, expected) => { expect(dispositionOfCode(code)).toBe(expected) })
test.each([['Home health', 'home-health'], ['Home', 'home'], ['SNF', 'snf'], ['Hospice - home', 'hospice'], ['somewhere', 'unknown']])('“%s” is %s', (text, expected) => { expect(dispositionOfText(text)).toBe(expected) })
test.each([['Medicare', 'medicare'], ['Humana Gold Plus Medicare Advantage', 'medicare-advantage'], ['NO_INSURANCE', 'self-pay'], ['Acme Benefit Trust', 'unknown'], ['Dual Eligible', 'medicare'], ['TRICARE', 'veterans']])('the payer %s is %s', (name, kind) => { expect(payerKindOf(name)).toBe(kind) })
test.each([['Z96.641', 'x', true], ['Z79.4', 'x', true], ['Z76.89', 'x', false], ['S72.001A', 'Fracture', false], ['428251008', 'History of appendectomy (situation)', true], ['I25.2', 'Old myocardial infarction', false]])('%s %s is history: %s', (code, label, expected) => { expect(isHistory(code, label)).toBe(expected) })

describe('a death', () => {
  const died = { state: 'died', on: plainDate('2026-11-20'), confirmed: false } as const
  test('is taken over unconfirmed, never taken back by a file, and never written over a person’s word', () => {
    expect(mergeVital({ state: 'unknown' }, [], died)).toEqual(died)
    expect(mergeVital({ ...died, confirmed: true }, [], { state: 'alive' })).toBe('keep')
    expect(mergeVital({ state: 'alive' }, ['vital'], died)).toBe('keep')
    expect(mergeVital({ state: 'died', on: 'unknown', confirmed: false }, [], died)).toEqual(died)
  })
})

describe('depth of JSON', () => {
  test('counts brackets outside of texts only', () => {
    expect(deeperThan('{"a":"[[[[[[\\"[["}', 2)).toBeNull()
    expect(deeperThan('[[[1]]]', 2)).toEqual({ line: 1 })
    expect(deeperThan('[\n[\n[1]]]', 2)).toEqual({ line: 3 })
  })
  test('agrees with JSON.parse on every value', () => {
    const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0)
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 7 }), (value, limit) => {
      expect(deeperThan(JSON.stringify(value), limit) !== null).toBe(depthOf(value) > limit)
    }))
  })
})

describe('a workbook', () => {
  test('serial days are days of the calendar', () => {
    expect(serialText(46348, false)).toBe('2026-11-22')
    expect(serialText(46348.2930556, false)).toBe('2026-11-22 07:02')
    expect(serialText(0.5, false)).toBe('12:00')
  })
  test('formats tell days from numbers', () => {
    expect([isDateFormat(14, undefined), isDateFormat(164, 'mm/dd/yyyy'), isDateFormat(165, '#,##0.00'), isDateFormat(166, '"days" 0'), isDateFormat(2, undefined)]).toEqual([true, true, false, false, false])
  })
  test('references name columns', () => { expect(['A1', 'Z9', 'AA1', 'x'].map(columnOf)).toEqual([0, 25, 26, -1]) })
})

test('whatever stands in a bundle, every entry is accounted for and nothing throws', () => {
  const type = fc.constantFrom('Patient', 'Encounter', 'Condition', 'Procedure', 'Claim', 'ExplanationOfBenefit', 'Observation', 'CarePlan', 'CareTeam', 'MedicationRequest', 'AllergyIntolerance', 'Coverage', 'QuestionnaireResponse', 'Device')
  const reference = fc.record({ reference: fc.constantFrom('Patient/1', 'Patient/2', 'urn:uuid:1', 'Patient/none', '#x') })
  const resource = fc.record({ resourceType: type, id: fc.constantFrom('1', '2', '3', ''), subject: fc.option(reference), patient: fc.option(reference), name: fc.anything(), code: fc.anything(), period: fc.anything(), status: fc.anything(), insurance: fc.anything(), onsetDateTime: fc.string() }, { requiredKeys: ['resourceType'] })
  const items = fc.array(fc.oneof(fc.record({ resource }), fc.anything()), { maxLength: 12 })
  fc.assert(fc.property(items, all => {
    const reading = readBundle({ file: 'f', fileKey: '0', items: all, instruments: [], hash: text => text.slice(0, 20), context: readingContext('America/New_York', plainDate('2026-11-22')) })
    const accounts = new ImportAccounts()
    accounts.leftOut(reading.leftOut)
    for (const patient of reading.patients) accounts.wholePatient(patient, 'cancelled')
    expect(accounts.notUsedCount).toBe(all.length)
  }))
})
