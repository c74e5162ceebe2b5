import { describe, expect, test } from 'vitest'
import type { IncomingContent, IncomingPatient } from '#shared/domain/interchange/incoming.ts'
import { dispositionOfText } from '#shared/domain/interchange/disposition.ts'
import { readBundle } from '#shared/domain/interchange/fhir/read-bundle.ts'
import { readingContext } from '#shared/domain/interchange/fhir/when.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'

const patient = { resourceType: 'Patient', id: '1', name: [{ family: 'Abara' }] }
const subject = { reference: 'Patient/1' }

function read(...resources: readonly object[]): IncomingPatient {
  const items = [patient, ...resources].map(resource => ({ resource }))
  const [found] = readBundle({ file: 'f', fileKey: '0', items, instruments: [], hash: text => text.slice(0, 20), context: readingContext('America/New_York', plainDate('2026-11-22')) }).patients
  if (found === undefined) throw new Error('A patient was expected.')
  return found
}
const only = <E extends IncomingContent['entity']>(found: IncomingPatient, entity: E) => found.records.map(({ content }) => content).filter(content => content.entity === entity)

describe('the term of a coverage', () => {
  const coverage = (id: string, period: object) => ({ resourceType: 'Coverage', id, status: 'active', beneficiary: subject, payor: [{ display: 'Medicare' }], period })
  const claim = (id: string, on: string) => ({ resourceType: 'Claim', id, status: 'active', patient: subject, billablePeriod: { start: on }, insurance: [{ coverage: { display: 'Medicare' } }] })
  test.each([
    ['one without an end goes on beside one that ended', [coverage('a', { start: '2015-01-01', end: '2019-12-31' }), coverage('b', { start: '2020-01-01' })], 'unknown'],
    ['a payer seen after the end has not ended', [coverage('a', { start: '2015-01-01', end: '2019-12-31' }), claim('c', '2026-11-15')], 'unknown'],
    ['a payer seen up to the end has', [claim('c', '2019-06-01'), coverage('a', { start: '2015-01-01', end: '2019-12-31' })], '2019-12-31'],
    ['of two ends the later holds', [coverage('a', { end: '2018-12-31' }), coverage('b', { end: '2019-12-31' })], '2019-12-31'],
  ])('%s', (_name, resources, endsOn) => { expect(only(read(...resources), 'coverage')).toMatchObject([{ endsOn }]) })
})

describe('an encounter', () => {
  const encounter = (more: object) => ({ resourceType: 'Encounter', id: 'e', subject, status: 'finished', class: { code: 'IMP' }, ...more })
  test('that ended on the day it began, told as a day, is whole', () => {
    expect(only(read(encounter({ period: { start: '2026-11-22T14:00:00-05:00', end: '2026-11-22' } })), 'stay')).toMatchObject([{ status: 'discharged', endedAt: '2026-11-22T19:00:00.000Z' }])
  })
  test('that ended the day before it began is left out', () => {
    expect(only(read(encounter({ period: { start: '2026-11-22T14:00:00-05:00', end: '2026-11-21' } })), 'stay')).toEqual([])
  })
  test('that is finished and tells no end does not go on, and a sentence says so', () => {
    const found = read(encounter({ period: { start: '2026-11-20T14:00:00-05:00' }, location: [{ location: { display: 'ICU' }, period: { start: '2026-11-20T14:00:00-05:00', end: '2026-11-21T14:00:00-05:00' } }] }))
    expect(only(found, 'stay')).toMatchObject([{ status: 'discharged', endedAt: '2026-11-21T19:00:00.000Z' }])
    expect(found.problems.map(({ sentence }) => sentence).join()).toContain('its end is not told')
  })
  test('whose class is a word every object knows is one of no known class', () => {
    expect(only(read(encounter({ class: { code: 'constructor' }, status: 'in-progress', period: { start: '2026-11-20' } })), 'stay')).toMatchObject([{ kind: 'other' }])
    expect(dispositionOfText('constructor')).toBe('unknown')
  })
})
