import { afterEach, beforeEach, expect, test } from 'vitest'
import { plusDays } from '#shared/kernel/plain-date.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'
import { onTheList } from './a-caseload.ts'

let core: TestCore
beforeEach(async () => { core = await testCore() })
afterEach(async () => { await core.close() })

const sections = async (scope: 'mine' | 'my-unit' | 'all' = 'mine') => {
  const day = await core.call('today.get', { scope })
  return Object.fromEntries(day.sections.map(section => [section.id, section.rows]))
}

test('the sections stand in working order', async () => {
  const day = await core.call('today.get', { scope: 'mine' })
  expect(day.sections.map(section => section.id)).toEqual(['new-admits', 'discharges', 'deadlines', 'high-risk', 'rounds'])
})

test('a task due today is a deadline until it is done, and again when that is taken back', async () => {
  const { patientId, caseId } = await onTheList(core, core, { familyName: 'Okafor' })
  const task = await core.call('notes.addTask', { patientId, caseId, title: 'Fax the packet to Elm SNF', dueOn: core.context().today, dueTime: 'unknown', assignedToId: 'me' })
  expect((await sections())['deadlines']).toMatchObject([{ patientName: expect.stringContaining('Okafor'), next: { do: 'do-task', title: 'Fax the packet to Elm SNF', taskId: task.id, version: 1 } }])
  const done = await core.call('notes.setTaskStatus', { taskId: task.id, expectedVersion: 1, status: 'done' })
  expect((await sections())['deadlines']).toEqual([])
  await core.call('notes.setTaskStatus', { taskId: task.id, expectedVersion: done.version, status: 'open' })
  expect((await sections())['deadlines']).toHaveLength(1)
})

test('a task due tomorrow is not a deadline of today', async () => {
  await core.call('notes.addTask', { patientId: 'none', caseId: 'none', title: 'Order forms', dueOn: plusDays(core.context().today, 1), dueTime: 'unknown', assignedToId: 'me' })
  expect((await sections())['deadlines']).toEqual([])
})

test('a call back that was promised comes up on its day, under the name that was called', async () => {
  const { patientId, caseId } = await onTheList(core, core, { familyName: 'Okafor' })
  await core.call('notes.addContact', {
    patientId, caseId,
    contact: { kind: 'call', direction: 'out', withWhom: 'Daughter', organization: 'unknown', referenceNumber: 'unknown', minutes: 5, summary: 'Asks about home help', callBackOn: core.context().today },
  })
  expect((await sections())['deadlines']).toMatchObject([{ next: { do: 'call-back', title: 'Call back Daughter' } }])
})

test('a high-risk case stands under high risk and not again under rounds', async () => {
  await onTheList(core, core, { familyName: 'Okafor', fields: { risk: 'high' } })
  const day = await sections()
  expect(day['high-risk']).toMatchObject([{ next: { do: 'open' } }])
  expect(day['rounds']).toEqual([])
})
