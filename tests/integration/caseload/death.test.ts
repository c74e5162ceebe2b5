import { afterEach, beforeEach, expect, test } from 'vitest'
import { isOutreachStopped } from '#shared/domain/caseload/vital.ts'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { outreachStopped } from '#electron/store/queries/patients/outreach-stopped.ts'
import { sql } from '#electron/store/sql.ts'
import { aStay } from '#tests/builders/a-stay.ts'
import { onTheList, type OnTheList } from '#tests/integration/worklists/a-caseload.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'

let core: TestCore
let about: OnTheList
beforeEach(async () => {
  core = await testCore()
  about = await onTheList(core, core, { familyName: 'Okafor', fields: { risk: 'high' } })
  await core.call('stays.record', { ...about, fields: aStay() })
})
afterEach(async () => { await core.close() })

const today = () => core.context().today
const addTask = (dueOn = today()) => core.call('notes.addTask', { ...about, title: 'Call the daughter', dueOn, dueTime: 'unknown', assignedToId: 'me' })
const confirmDeath = () => core.call('patients.confirmDeath', { patientId: about.patientId, expectedVersion: 1, on: today() })
const sayDied = async (work: Promise<unknown>) => { await expect(work).rejects.toMatchObject({ shape: { code: 'refused', message: expect.stringContaining('has died') } }) }

test('Today no longer shows the cases of a patient whose death is confirmed', async () => {
  const rows = async () => (await core.call('today.get', { scope: 'all' })).sections.flatMap(section => section.rows.map(row => row.patientId))
  await addTask()
  expect(await rows()).toEqual([about.patientId, about.patientId])
  await confirmDeath()
  expect(await rows()).toEqual([])
})

test('the list on paper names the case and asks nothing of it', async () => {
  const printed = async () => (await core.call('exports.printList', { definition: wholeCaseload, initials: false })).rows.map(row => row.nextAction)
  expect(await printed()).toEqual(['Set the expected discharge date'])
  await confirmDeath()
  expect(await printed()).toEqual(['Open the case'])
})

test('open tasks about the patient are no reminders any more, done ones stay on the list', async () => {
  const done = await addTask()
  await addTask()
  await core.call('notes.setTaskStatus', { taskId: done.id, expectedVersion: 1, status: 'done' })
  await confirmDeath()
  const listed = async (status: 'open' | 'done') => (await core.call('notes.tasks', { whose: 'all', status, offset: 0, limit: 10 })).total
  expect([await listed('open'), await listed('done')]).toEqual([0, 1])
})

test('no task is planned, re-dated or reopened, and one sentence says why; it can still be dropped', async () => {
  const [open, done] = [await addTask(), await addTask()]
  await core.call('notes.setTaskStatus', { taskId: done.id, expectedVersion: 1, status: 'done' })
  await confirmDeath()
  await sayDied(addTask())
  await sayDied(core.call('notes.editTask', { taskId: open.id, expectedVersion: 1, title: 'Call', dueOn: today(), dueTime: 'unknown', assignedToId: 'me' }))
  await sayDied(core.call('notes.setTaskStatus', { taskId: done.id, expectedVersion: 2, status: 'open' }))
  await core.call('notes.setTaskStatus', { taskId: open.id, expectedVersion: 1, status: 'dropped' })
})

test('a contact without a call-back and a note are still written', async () => {
  await confirmDeath()
  const contact = { kind: 'call' as const, direction: 'in' as const, withWhom: 'Son', organization: 'unknown' as const, referenceNumber: 'unknown' as const, minutes: 'unknown' as const, summary: 'Asked for the papers', callBackOn: 'none' as const }
  await core.call('notes.addContact', { ...about, contact })
  await core.call('notes.add', { ...about, text: 'Family informed' })
  await sayDied(core.call('notes.addContact', { ...about, contact: { ...contact, callBackOn: today() } }))
})

test('the query and the rule agree about who is past outreach', async () => {
  const stopped = () => core.deps.store.read(db => db.get(sql`SELECT ${outreachStopped.p} AS stopped FROM patient p WHERE p.id = ${about.patientId}`))?.['stopped'] === 1
  const byRule = async () => isOutreachStopped((await core.call('patients.get', { patientId: about.patientId })).patient.vital)
  expect([stopped(), await byRule()]).toEqual([false, false])
  await confirmDeath()
  expect([stopped(), await byRule()]).toEqual([true, true])
  await core.call('patients.withdrawDeath', { patientId: about.patientId, expectedVersion: 2, state: 'alive' })
  expect([stopped(), await byRule()]).toEqual([false, false])
})
