import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeEntry } from '#shared/domain/recovery/place-entry.ts'
import { proposeAnchors } from '#shared/domain/recovery/propose-anchors.ts'
import { rowApplies } from '#shared/domain/recovery/row-applies.ts'
import { timingWords } from '#shared/domain/recovery/timing-words.ts'
import { daysBetween, plusDays } from '#shared/kernel/plain-date.ts'
import type { AnchorKind } from '#shared/model/timeline.ts'
import { aDiagnosis, aProcedure, day, library, someFacts, templateOf, today } from './library.ts'

const everyEntry = [...library.common, ...library.templates.flatMap(template => template.entries)]
const anchorsOn = (on: ReturnType<typeof day>) =>
  (['admission', 'surgery', 'delivery', 'event', 'last-use', 'first-dose', 'discharge', 'edd'] as const).map((kind: AnchorKind) => ({ kind, on, from: 'test', assumed: false }))
const entryOf = (code: string) => {
  const entry = everyEntry.find(one => one.code === code)
  if (entry === undefined) throw new Error(code)
  return entry
}
const someDay = fc.integer({ min: -4000, max: 4000 }).map(days => plusDays(today, days))

test('every placed day lies between the first and the last of its window, for every row and every anchor', () => {
  fc.assert(
    fc.property(someDay, someDay, fc.constantFrom(...everyEntry), (anchor, endsOn, entry) => {
      const facts = someFacts({ expectedStay: { state: 'known', source: 'gmlos', days: 3.4, endsOn, label: 'GMLOS 3.4 d' } })
      const window = placeEntry(entry, anchorsOn(anchor), facts, today)
      if (window !== 'no-date') expect(window.from <= window.on && window.on <= window.to).toBe(true)
    }),
  )
})

test('moving the anchor moves a window of fixed days by as much, over every daylight saving change', () => {
  const fixed = everyEntry.filter(({ timing }) => timing.kind === 'days' && timing.typical !== 'gmlos')
  fc.assert(
    fc.property(someDay, fc.integer({ min: -500, max: 500 }), fc.constantFrom(...fixed), (anchor, days, entry) => {
      const before = placeEntry(entry, anchorsOn(anchor), someFacts(), today)
      const after = placeEntry(entry, anchorsOn(plusDays(anchor, days)), someFacts(), today)
      if (before === 'no-date' || after === 'no-date') throw new Error('fixed days have dates')
      expect([daysBetween(before.from, after.from), daysBetween(before.on, after.on), daysBetween(before.to, after.to)]).toEqual([days, days, days])
    }),
  )
})

test('day 0 is the anchor day itself', () => {
  expect(placeEntry(entryOf('tka.mob1'), anchorsOn(day('2026-11-20')), someFacts(), today)).toEqual({ from: '2026-11-20', on: '2026-11-20', to: '2026-11-21' })
})

test('a row with a rule carries no days, in words neither', () => {
  const ruled = everyEntry.filter(({ timing }) => timing.kind === 'rule')
  expect(ruled.length).toBeGreaterThan(8)
  for (const entry of ruled) {
    expect(placeEntry(entry, anchorsOn(today), someFacts(), today)).toBe('no-date')
    expect(timingWords(entry)).toMatch(/^By rule [a-z0-9_, ]+; no clock yet$/)
  }
})

test('a row counted back from the EDD that is already past reads as due today', () => {
  const edd = plusDays(today, 2)
  expect(placeEntry(entryOf('general_medical.screen'), anchorsOn(edd), someFacts(), today)).toEqual({ from: today, on: today, to: today })
  expect(placeEntry(entryOf('general_medical.ready'), anchorsOn(edd), someFacts(), today)).toEqual({ from: edd, on: edd, to: edd })
})

test('a discharge row without a typical day takes the day the expected stay ends, and its range holds it', () => {
  const expectedStay = { state: 'known', source: 'gmlos', days: 6, endsOn: day('2026-11-28'), label: 'GMLOS 6.0 d' } as const
  expect(placeEntry(entryOf('hipfx.dc'), anchorsOn(day('2026-11-19')), someFacts({ expectedStay }), today)).toEqual({ from: '2026-11-22', on: '2026-11-28', to: '2026-11-28' })
  expect(placeEntry(entryOf('hipfx.dc'), anchorsOn(day('2026-11-19')), someFacts(), today)).toEqual({ from: '2026-11-22', on: '2026-11-27', to: '2026-11-27' })
})

test('an anchor nobody knows leaves its rows without dates', () => {
  const anchors = proposeAnchors(templateOf('withdrawal'), library, someFacts(), {})
  expect(anchors[0]).toMatchObject({ kind: 'last-use', on: 'unknown' })
  expect(placeEntry(entryOf('withdrawal.dt'), anchors, someFacts(), today)).toBe('no-date')
})

test('the anchor of a surgery is the day of its procedure in this stay', () => {
  const procedures = [aProcedure({ label: 'Total replacement of hip', performedOn: day('2026-11-20') }), aProcedure({ label: 'Total replacement of hip', inStay: false, performedOn: day('2019-01-02') })]
  expect(proposeAnchors(templateOf('tha'), library, someFacts({ procedures }), {})[0]).toMatchObject({ kind: 'surgery', on: '2026-11-20', assumed: false })
})

test('a surgery known only by the working DRG is assumed on the admission day, and says so', () => {
  expect(proposeAnchors(templateOf('tha'), library, someFacts({ drgCode: '470' }), {})[0]).toMatchObject({ on: '2026-11-19', assumed: true, from: expect.stringContaining('assumed') })
  expect(proposeAnchors(templateOf('tha'), library, someFacts(), {})[0]).toMatchObject({ on: 'unknown' })
})

test('a typed anchor wins, but the EDD is always the one of the case', () => {
  const anchors = proposeAnchors(templateOf('general_medical'), library, someFacts({ edd: day('2026-11-25') }), { admission: day('2026-11-18'), edd: day('2026-12-24') })
  expect(anchors.find(({ kind }) => kind === 'admission')?.on).toBe('2026-11-18')
  expect(anchors.find(({ kind }) => kind === 'edd')?.on).toBe('2026-11-25')
})

test.each([
  ['Medicare pays', { payers: ['medicare'] as const }, 'yes'],
  ['Medicare Advantage pays', { payers: ['medicare-advantage'] as const }, 'yes'],
  ['another pays', { payers: ['commercial'] as const }, 'no'],
  ['nobody knows who pays', {}, 'ask'],
  ['the payer is unknown', { payers: ['unknown'] as const }, 'ask'],
  ['the stay is an observation', { payers: ['medicare'] as const, stayClass: 'not-inpatient' as const }, 'no'],
])('the Important Message is proposed when it applies: %s', (_name, facts, proposed) => {
  expect(rowApplies(entryOf('common.imm1'), 'tha', someFacts(facts)).proposed).toBe(proposed)
})

test('a row for one diagnosis is asked about while the case has no codes, and left out when it has others', () => {
  const row = entryOf('stroke.hem_antithrombotic')
  expect(rowApplies(row, 'stroke', someFacts()).proposed).toBe('ask')
  expect(rowApplies(row, 'stroke', someFacts({ diagnoses: [aDiagnosis({ codeSystem: 'ICD-10-CM', code: 'I63.9' })] })).proposed).toBe('no')
  expect(rowApplies(row, 'stroke', someFacts({ diagnoses: [aDiagnosis({ codeSystem: 'ICD-10-CM', code: 'I61.9' })] })).proposed).toBe('yes')
})

test('a row for one drug needs the drug on the list', () => {
  expect(rowApplies(entryOf('vte.dose_apixaban'), 'vte', someFacts({ drugs: ['apixaban 5 mg oral tablet'] })).proposed).toBe('yes')
  expect(rowApplies(entryOf('vte.dose_apixaban'), 'vte', someFacts({ drugs: ['rivaroxaban 15 mg'] })).proposed).toBe('no')
  expect(rowApplies(entryOf('vte.dose_apixaban'), 'vte', someFacts()).proposed).toBe('ask')
})

test('a row that depends on employment is never placed unasked', () => {
  expect(rowApplies(entryOf('common.fmla'), 'tha', someFacts({ payers: ['commercial'] })).proposed).toBe('ask')
})
