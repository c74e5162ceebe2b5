import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppError } from '#shared/contract/errors.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'
import { aHipCase, day, entryOf, placeHip, type HipCase } from './a-hip-case.ts'

let core: TestCore
let hip: HipCase
beforeEach(async () => {
  core = await testCore()
  hip = await aHipCase(core)
  await placeHip(core, hip.caseId)
})
afterEach(async () => { await core.close() })

const get = () => core.call('recovery.get', { caseId: hip.caseId })
const word = async (code: string, text: string, reviewed: boolean) => {
  const { id, version } = entryOf(await get(), code)
  return core.call('recovery.setPatientText', { entryId: id, version, text, reviewed })
}
const shapeOf = async (work: Promise<unknown>) => work.then(() => 'nothing', (error: unknown) => (error instanceof AppError ? error.shape : error))

test('as delivered nothing of a plan is printed for the patient: no wording has been reviewed', async () => {
  expect(await core.call('recovery.printPatient', { caseId: hip.caseId })).toMatchObject({ patientName: 'Nadia Haddad', next: [], takeCare: [], done: [], goingHome: 'not-set', call: { role: 'Case manager' } })
})

test('only reviewed wording is printed; a step whose days have passed stands without dates', async () => {
  await word('tha.stairs', 'You can climb the stairs you need at home', true)
  await word('tha.mob1', 'You take your first steps with a walker', true)
  await word('tha.wound', 'We look at your wound', false)
  const plan = await core.call('recovery.printPatient', { caseId: hip.caseId })
  expect(plan.next).toEqual([
    { text: 'You take your first steps with a walker', from: 'no-date', to: 'no-date' },
    { text: 'You can climb the stairs you need at home', from: '2026-11-21', to: '2026-11-23' },
  ])
  expect(JSON.stringify(plan)).not.toMatch(/wound|late|missed|variance|risk|delay/i)
})

test('wording cannot be reviewed before it is written, and never of an entry kept off patient print', async () => {
  const { id, version } = entryOf(await get(), 'tha.stairs')
  expect(await shapeOf(core.call('recovery.setPatientText', { entryId: id, version, text: 'unknown', reviewed: true }))).toMatchObject({ code: 'validation' })
  await core.call('recovery.place', { caseId: hip.caseId, templateId: 'vte', anchors: { 'first-dose': day('2026-11-20') }, rows: [{ code: 'vte.dose_apixaban', window: { from: day('2026-11-27'), on: day('2026-11-27'), to: day('2026-11-27') } }] })
  const dose = entryOf(await get(), 'vte.dose_apixaban')
  expect(await shapeOf(core.call('recovery.setPatientText', { entryId: dose.id, version: dose.version, text: 'Your dose changes', reviewed: true }))).toMatchObject({ code: 'refused' })
})

test('nothing is printed for a patient who has died; the chart still is', async () => {
  await core.call('patients.confirmDeath', { patientId: hip.patientId, expectedVersion: 1, on: day('2026-11-22') })
  expect(await shapeOf(core.call('recovery.printPatient', { caseId: hip.caseId }))).toMatchObject({ code: 'refused', message: expect.stringContaining('died') })
  expect(await core.call('recovery.printChart', { caseId: hip.caseId })).toMatchObject({ patient: { name: 'Haddad, Nadia' } })
})

test('the chart paper names its sources, who prints and when; preparing and printing are both audited', async () => {
  const paper = await core.call('recovery.printChart', { caseId: hip.caseId })
  expect(paper.sources.map(({ id }) => id)).toEqual(expect.arrayContaining(['tha_uk', 'eras_ortho', 'cms']))
  expect(paper.sources.map(({ id }) => id)).not.toContain('nhs_cabg')
  expect(paper.recovery.entries.length).toBeGreaterThan(10)
  expect(paper.printedAt).toBe('2026-11-22T17:00:00.000Z')
  await core.call('print.record', { paper: 'timeline-chart', caseId: hip.caseId, subject: 'none', target: 'dialog', pages: 3, largePrint: false })
  expect(core.audit().slice(-2).map(({ action, patient_id: patient }) => [action, patient])).toEqual([['paper.prepared', hip.patientId], ['paper.printed', hip.patientId]])
})

test('a role that may not print prepares no paper', async () => {
  expect(await shapeOf(core.asRole('privacy-officer').call('recovery.printChart', { caseId: hip.caseId }))).toMatchObject({ code: 'forbidden' })
})
