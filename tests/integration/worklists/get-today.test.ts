import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plusDays } from '#shared/kernel/plain-date.ts'
import { sql } from '#electron/store/sql.ts'
import { aCase } from '#tests/builders/a-case.ts'
import { aPatient } from '#tests/builders/a-patient.ts'
import { aStay, status } from '#tests/builders/a-stay.ts'
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

describe('new admits', () => {
  const admitted = async (change: Parameters<typeof aStay>[0], familyName = 'Silva') => {
    const { patientId } = await core.call('patients.create', { fields: aPatient({ familyName, mrn: 'unknown' }), keepApartFrom: [] })
    await core.call('stays.record', { patientId, caseId: 'none', fields: aStay(change) })
    return patientId
  }

  test('who came in the evening came in that day, not the day after', async () => {
    await admitted({ statusChanges: [status('inpatient', '2026-11-22T00:30:00.000Z')] })
    expect((await sections('all'))['new-admits']).toMatchObject([{ on: '2026-11-21', next: { do: 'open-case' } }])
  })

  test('a hospital stay of a census without a class is one; a clinic visit is none', async () => {
    await admitted({ statusChanges: [status('in-care', '2026-11-20T14:00:00.000Z')] })
    await admitted({ kind: 'home-health', statusChanges: [status('in-care', '2026-11-20T14:00:00.000Z')] }, 'Brandt')
    expect((await sections('all'))['new-admits']?.map(row => row.patientName)).toEqual(['Silva, Nadia'])
  })

  test('a reported death asks for the confirmation, a confirmed one for nothing', async () => {
    const patientId = await admitted({})
    core.deps.store.write(core.context(), db => {
      db.run(sql`UPDATE patient SET deceased = 'yes', version = version + 1 WHERE id = ${patientId}`)
      db.audit({ action: 'patient.import-updated', entity: 'patient', entityId: patientId, patientId })
    })
    expect((await sections('all'))['new-admits']).toMatchObject([{ next: { do: 'confirm-death', patientId } }])
    await core.call('patients.confirmDeath', { patientId, expectedVersion: 2, on: 'unknown' })
    expect((await sections('all'))['new-admits']).toEqual([])
  })

  test('who comes back while a case goes on is one, to be added to that case, also for its case manager in another unit', async () => {
    const { patientId, caseId } = await onTheList(core, core, { familyName: 'Okafor' })
    await core.call('stays.record', { patientId, caseId, fields: aStay({ statusChanges: [status('inpatient', '2026-11-17T14:00:00.000Z'), status('discharged', '2026-11-19T14:00:00.000Z')] }) })
    const { stayId } = await core.call('stays.record', { patientId, caseId: 'none', fields: aStay() })
    for (const scope of ['all', 'mine'] as const) expect((await sections(scope))['new-admits']).toMatchObject([{ patientName: 'Okafor, Test', next: { do: 'add-to-case', patientId, stayId, caseId } }])
    expect((await sections('my-unit'))['new-admits']).toEqual([])
    await core.call('stays.correct', { stayId, expectedVersion: 1, caseId, fields: aStay() })
    const added = await sections('all')
    expect(added['new-admits']).toEqual([])
    expect(added['rounds']).toMatchObject([{ caseId, next: { do: 'set-edd' } }])
  })

  test('with two open cases a person chooses which one the new stay belongs to', async () => {
    const { patientId } = await onTheList(core, core, { familyName: 'Okafor' })
    await core.call('cases.open', { patientId, fields: aCase({ reason: 'Pneumonia' }), openedOn: core.context().today, stayId: 'none' })
    await core.call('stays.record', { patientId, caseId: 'none', fields: aStay() })
    expect((await sections('all'))['new-admits']).toMatchObject([{ next: { do: 'add-to-case', caseId: 'choose' } }])
  })

  test('the reason stays hidden where a former case of the patient was sensitive', async () => {
    const { patientId, caseId } = await onTheList(core, core, { familyName: 'Okafor', fields: { sensitivity: 'substance-use' } })
    await core.call('cases.close', { caseId, expectedVersion: 1, closeReason: 'goals-met', closedOn: core.context().today, note: 'none' })
    await core.call('stays.record', { patientId, caseId: 'none', fields: aStay({ reason: 'Alcohol withdrawal' }) })
    expect((await sections('all'))['new-admits']).toMatchObject([{ about: 'hidden' }])
  })
})

test('a discharge of tomorrow and one overdue stand under discharges, one the day after does not', async () => {
  const today = core.context().today
  for (const [familyName, edd] of [['Abara', today], ['Brandt', plusDays(today, 1)], ['Castel', plusDays(today, 2)]] as const) {
    const { patientId, caseId } = await onTheList(core, core, { familyName })
    await core.call('stays.record', { patientId, caseId, fields: aStay() })
    await core.call('recovery.setEdd', { caseId, caseVersion: 1, edd, reason: 'first', moveEntries: true })
  }
  expect((await sections())['discharges']?.map(row => row.patientName)).toEqual(['Abara, Test', 'Brandt, Test'])
  expect((await sections())['rounds']?.map(row => row.patientName)).toEqual(['Castel, Test'])
})

test('a case followed outside stands under rounds once its next milestone is due, behind those in the hospital', async () => {
  const { patientId, caseId } = await onTheList(core, core, { familyName: 'Abara' })
  await core.call('stays.record', { patientId, caseId, fields: aStay({ statusChanges: [status('inpatient', '2026-11-10T14:00:00.000Z'), status('discharged', '2026-11-19T14:00:00.000Z')] }) })
  expect((await sections())['rounds']).toEqual([])
  await core.call('recovery.place', { caseId, templateId: 'tha', anchors: { surgery: plusDays(core.context().today, -12) }, rows: 'defaults' })
  const inHospital = await onTheList(core, core, { familyName: 'Brandt' })
  await core.call('stays.record', { patientId: inHospital.patientId, caseId: inHospital.caseId, fields: aStay() })
  expect((await sections())['rounds']?.map(row => row.patientName)).toEqual(['Brandt, Test', 'Abara, Test'])
})
