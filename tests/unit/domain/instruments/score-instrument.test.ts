import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { compareScores } from '#shared/domain/instruments/compare-scores.ts'
import { answerProblems, scoreInstrument } from '#shared/domain/instruments/score-instrument.ts'
import { InstrumentDefinition, type InstrumentAnswers, type InstrumentItem } from '#shared/model/instrument.ts'

const file: unknown = JSON.parse(readFileSync(new URL('../../../../resources/instruments/instruments.json', import.meta.url), 'utf8'))
const { instruments } = z.object({ instruments: z.array(InstrumentDefinition) }).parse(file)
const the = (id: string): InstrumentDefinition => {
  const found = instruments.find(each => each.id === id)
  if (found === undefined) throw new Error(`No instrument ${id}.`)
  return found
}
/** Option 0 everywhere but where said; option indices are the points of PHQ and GAD. */
const questionnaire = (id: string, answers: Readonly<Record<string, number>>): InstrumentAnswers =>
  Object.fromEntries(the(id).items.map(item => [item.id, answers[item.id] ?? 0]))

// The vectors of rules-and-instruments.md d.13.
test('LACE: 5 days, emergent, comorbidity 2, 1 emergency visit are 10, high', () => {
  expect(scoreInstrument(the('lace'), { 'length-of-stay': 5, emergent: true, comorbidity: 2, 'emergency-visits': 1 })).toMatchObject({ total: 10, band: 'High' })
})

test('HOSPITAL: one admission before tells the versions apart: 4 low in 2016, 6 intermediate in 2013', () => {
  const answers = { hemoglobin: true, oncology: false, sodium: false, procedure: false, urgent: true, admissions: 1, 'length-of-stay': true }
  expect(scoreInstrument(the('hospital'), answers)).toMatchObject({ total: 4, band: 'Low' })
  expect(scoreInstrument(the('hospital-2013'), answers)).toMatchObject({ total: 6, band: 'Intermediate' })
})

test('PHQ-9 of 6 with item 9 at 1 is mild and opens the safety step', () => {
  expect(scoreInstrument(the('phq9'), questionnaire('phq9', { phq9_1: 3, phq9_2: 2, phq9_9: 1 }))).toEqual({ kind: 'scored', total: 6, band: 'Mild', alerts: ['self-harm'] })
})

test('a missing item makes it not assessable, never lower; item 9 counts all the same', () => {
  const { phq9_4: _left, ...answers } = questionnaire('phq9', { phq9_9: 2 })
  expect(scoreInstrument(the('phq9'), answers)).toEqual({ kind: 'not-assessable', missing: ['phq9_4'], alerts: ['self-harm'] })
})

test('bands at their bounds', () => {
  const phq = (total: number) => questionnaire('phq9', Object.fromEntries(the('phq9').items.slice(0, 8).map(({ id }, n) => [id, Math.max(0, Math.min(3, total - 3 * n))])))
  expect([0, 4, 5, 9, 10, 14, 15, 19, 20, 24].map(total => { const score = scoreInstrument(the('phq9'), phq(total)); return score.kind === 'scored' ? score.band : '' })).toEqual([
    'Minimal', 'Minimal', 'Mild', 'Mild', 'Moderate', 'Moderate', 'Moderately severe', 'Moderately severe', 'Severe', 'Severe',
  ])
  expect(scoreInstrument(the('tug'), { seconds: 11.9 })).toMatchObject({ band: 'Below 12 s' })
  expect(scoreInstrument(the('tug'), { seconds: 12 })).toMatchObject({ band: 'Risk of falling' })
  expect(scoreInstrument(the('gg-self-care'), questionnaire('gg-self-care', { gg0130a: 9 }))).toMatchObject({ total: 37, band: 'none' })
})

test('an answer out of range is told at its item and never scored', () => {
  expect(answerProblems(the('lace'), { 'length-of-stay': -1, emergent: 4, comorbidity: 2, teeth: 3 })).toEqual({
    'length-of-stay': 'A number from 0 to 3650 (days).', emergent: 'Answer yes or no.', teeth: 'LACE index (readmission/death in 30 days) has no such item.',
  })
  expect(answerProblems(the('phq9'), { phq9_1: 4 })).toEqual({ phq9_1: 'Choose one of the answers.' })
  expect(() => scoreInstrument(the('pain_nrs'), { nrs: 11 })).toThrow(RangeError)
})

test('every total lies on the scale of its instrument, whatever is answered', () => {
  const answerOf = (item: InstrumentItem): fc.Arbitrary<number | boolean> =>
    item.kind === 'choice' ? fc.nat(item.options.length - 1) : item.kind === 'yes-no' ? fc.boolean() : fc.integer({ min: item.min, max: item.max })
  for (const instrument of instruments) {
    fc.assert(fc.property(fc.record(Object.fromEntries(instrument.items.map(item => [item.id, answerOf(item)]))), answers => {
      const score = scoreInstrument(instrument, answers)
      expect(score.kind).toBe('scored')
      if (score.kind === 'scored') expect(score.total >= instrument.scale.min && score.total <= instrument.scale.max, instrument.id).toBe(true)
    }), { numRuns: 50 })
  }
})

test('only instruments whose licence allows it show their items', () => {
  expect(instruments.filter(({ mode }) => mode === 'total').map(({ id }) => id).toSorted()).toEqual(['ahc_hrsn_core', 'barthel', 'braden', 'katz', 'lawton', 'mmrc', 'morse', 'who5'])
})

test('a change that matters is named where one is published', () => {
  expect(compareScores(the('phq9'), 14, 9)).toEqual({ by: -5, kind: 'better', matters: true })
  expect(compareScores(the('phq9'), 9, 12)).toEqual({ by: 3, kind: 'worse', matters: false })
  expect(compareScores(the('gg-mobility'), 30, 45)).toEqual({ by: 15, kind: 'better', matters: 'unknown' })
})
