import { afterEach, beforeEach, expect, test } from 'vitest'
import { onTheList, type OnTheList } from '#tests/integration/worklists/a-caseload.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'

let core: TestCore
let about: OnTheList
beforeEach(async () => {
  core = await testCore()
  about = await onTheList(core, core, { familyName: 'Okafor', givenNames: 'Amaka' })
})
afterEach(async () => { await core.close() })

test('a note is saved once however often its command arrives, and stands in the history without its text', async () => {
  const commandId = core.deps.ids.next('command')
  const once = await core.call('notes.add', { ...about, text: 'Lives alone, third floor' }, commandId)
  const again = await core.call('notes.add', { ...about, text: 'Lives alone, third floor' }, commandId)
  expect(again).toEqual(once)
  const { notes } = await core.call('notes.activity', { patientId: about.patientId, caseId: 'any' })
  expect(notes.map(note => note.text)).toEqual(['Lives alone, third floor'])
  const written = core.audit().filter(row => row['action'] === 'note.added')
  expect(written).toHaveLength(1)
  expect(JSON.stringify(written)).not.toContain('third floor')
})

test('a note about a case of another patient is refused and saves nothing', async () => {
  const other = await onTheList(core, core, { familyName: 'Abara' })
  const reply = await core.reply('notes.add', { patientId: about.patientId, caseId: other.caseId, text: 'wrong chart' }, core.deps.ids.next('command'))
  expect(reply).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect((await core.call('notes.activity', { patientId: about.patientId, caseId: 'any' })).notes).toEqual([])
})

test('a task that changed meanwhile is a conflict and stays as it was', async () => {
  const task = await core.call('notes.addTask', { ...about, title: 'Call Elm SNF', dueOn: 'unknown', dueTime: 'unknown', assignedToId: 'nobody' })
  await core.call('notes.editTask', { taskId: task.id, expectedVersion: 1, title: 'Call Elm SNF again', dueOn: 'unknown', dueTime: 'unknown', assignedToId: 'me' })
  const stale = await core.reply('notes.editTask', { taskId: task.id, expectedVersion: 1, title: 'stale', dueOn: 'unknown', dueTime: 'unknown', assignedToId: 'me' }, core.deps.ids.next('command'))
  expect(stale).toMatchObject({ ok: false, error: { code: 'conflict', latestVersion: 2 } })
  expect((await core.call('notes.tasks', { whose: 'mine', status: 'open', offset: 0, limit: 10 })).tasks.map(each => each.title)).toEqual(['Call Elm SNF again'])
})

test('after a confirmed death no call back is promised, and a note is still written', async () => {
  await core.call('patients.confirmDeath', { patientId: about.patientId, expectedVersion: 1, on: core.context().today })
  const contact = { kind: 'call' as const, direction: 'out' as const, withWhom: 'unknown' as const, organization: 'unknown' as const, referenceNumber: 'unknown' as const, minutes: 'unknown' as const, summary: 'x', callBackOn: core.context().today }
  expect(await core.reply('notes.addContact', { ...about, contact }, core.deps.ids.next('command'))).toMatchObject({ ok: false, error: { code: 'refused' } })
  await core.call('notes.add', { ...about, text: 'Family informed' })
})

test('words in notes are found by their beginning, newest first', async () => {
  await core.call('notes.add', { ...about, text: 'Daughter wants placement near home' })
  core.clock.pass(60_000)
  await core.call('notes.add', { ...about, text: 'Placement denied by payer' })
  const hits = await core.call('search.notes', { text: 'placem' })
  expect(hits.map(hit => hit.excerpt)).toEqual(['Placement denied by payer', 'Daughter wants placement near home'])
})

test('a note of the evening stands under the day it was written on here', async () => {
  core.clock.pass(10 * 3_600_000)
  await core.call('notes.add', { ...about, text: 'Daughter visits tomorrow' })
  expect(await core.call('search.notes', { text: 'daughter' })).toMatchObject([{ on: '2026-11-22' }])
})

test('notes of a sensitive case are found by nobody who searches, and the columns of the index answer for their text alone', async () => {
  const { patientId, caseId } = await onTheList(core, core, { familyName: 'Abara', fields: { sensitivity: 'substance-use' } })
  await core.call('notes.add', { patientId, caseId, text: 'Alcohol withdrawal, CIWA 12' })
  expect(await core.call('search.notes', { text: 'alcohol' })).toEqual([])
  expect((await core.call('notes.activity', { patientId, caseId })).notes).toHaveLength(1)
  await core.call('notes.add', { ...about, text: 'Moved to bed A01' })
  await core.call('notes.add', { ...about, text: 'Family informed' })
  expect((await core.call('search.notes', { text: about.patientId.slice(0, 8) })).map(hit => hit.excerpt)).toEqual([])
})
