import { afterEach, expect, test } from 'vitest'
import { testCore, type TestCore } from '#tests/support/core.ts'

const open: TestCore[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.close()
})
const administrator = async (): Promise<TestCore> => {
  const core = await testCore({ role: 'administrator' })
  open.push(core)
  return core
}
const newest = { sort: { column: 'time', direction: 'descending' }, offset: 0, limit: 50 } as const

test('facility fields change together, in bounds, and the history names what changed', async () => {
  const core = await administrator()
  const { version, name, zone } = await core.call('facility.get', {})
  const update = (fields: object) => core.reply('facility.update', { expectedVersion: version, fields: { name, zone, idleMinutes: 5, blurSeconds: 90, backupFolder: 'beside-store', ...fields } })
  expect(await update({ idleMinutes: 16 })).toMatchObject({ ok: false, error: { code: 'validation' } })
  expect(await update({ blurSeconds: 59 })).toMatchObject({ ok: false, error: { code: 'validation' } })
  expect(await update({ backupFolder: 'relative/folder' })).toMatchObject({ ok: false, error: { code: 'validation', fields: { 'fields.backupFolder': expect.any(String) } } })
  expect(await update({ idleMinutes: 15, name: 'New Harbor' })).toMatchObject({ ok: true, data: { version: version + 1 } })
  expect(await update({})).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await core.call('session.state', {})).toMatchObject({ idleMinutes: 15 })
  expect(JSON.parse(String(core.audit().at(-1)?.['detail']))).toMatchObject({ changedFields: ['name', 'idleMinutes'] })
})

test('units are added, renamed, removed and brought back; a name is used once', async () => {
  const core = await administrator()
  const { unitId } = await core.call('facility.addUnit', { name: 'Burns', kind: 'inpatient' })
  expect(await core.reply('facility.addUnit', { name: 'BURNS', kind: 'clinic' })).toMatchObject({ ok: false, error: { fields: { name: expect.any(String) } } })
  await core.call('facility.editUnit', { unitId, expectedVersion: 1, name: 'Burn unit', kind: 'inpatient' })
  await core.call('facility.removeUnit', { unitId, expectedVersion: 2 })
  expect((await core.call('facility.get', {})).units.find(unit => unit.unitId === unitId)).toMatchObject({ name: 'Burn unit', removed: true })
  expect(await core.reply('facility.removeUnit', { unitId, expectedVersion: 2 })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  await core.call('facility.editUnit', { unitId, expectedVersion: 3, name: 'Burn unit', kind: 'inpatient' })
  expect((await core.call('facility.get', {})).units.find(unit => unit.unitId === unitId)).toMatchObject({ removed: false })
})

test('a removed unit leaves the people who worked there', async () => {
  const core = await administrator()
  await core.call('facility.removeUnit', { unitId: core.units.clinic, expectedVersion: 1 })
  expect((await core.call('accounts.directory', {})).every(person => !person.unitIds.includes(core.units.clinic))).toBe(true)
})

test('the history is filtered by person, action and the facility’s days, sorted, paged, and its reading is part of it', async () => {
  const core = await administrator()
  await core.call('facility.addUnit', { name: 'Burns', kind: 'inpatient' })
  const officer = core.asRole('privacy-officer')
  const all = await officer.call('audit.list', { ...newest, filter: {} })
  expect(all.rows[0]).toMatchObject({ action: 'unit.added', personName: 'Test Administrator', role: 'administrator' })
  const read = await officer.call('audit.list', { ...newest, filter: { action: 'audit.viewed' } })
  expect(read.rows).toMatchObject([{ action: 'audit.viewed', personName: 'Test Privacy officer' }])
  expect((await officer.call('audit.list', { ...newest, filter: { personId: core.people.administrator } })).rows.map(row => row.action)).toEqual(['unit.added'])
  expect((await officer.call('audit.list', { ...newest, filter: { from: core.context().today, to: core.context().today } })).rows.every(row => row.at.startsWith('2026-11-22'))).toBe(true)
  const oldest = await officer.call('audit.list', { filter: {}, sort: { column: 'time', direction: 'ascending' }, offset: 0, limit: 2 })
  expect(oldest.rows.map(row => row.seq)).toEqual([1, 2])
  expect(oldest.total).toBeGreaterThan(10)
  expect(await officer.call('audit.actions', {})).toContain('facility.set-up')
})

test('drafts are private, newest first, and gone when discarded', async () => {
  const core = await testCore()
  open.push(core)
  const save = (key: string, values: string) => core.call('drafts.save', { key, place: '{}', title: key, values })
  await save('note:1', '{"text":"a"}')
  await save('case-edit:2', '{}')
  await save('note:1', '{"text":"ab"}')
  expect((await core.call('drafts.list', {})).find(draft => draft.key === 'note:1')?.values).toBe('{"text":"ab"}')
  expect(await core.asRole('lead').call('drafts.list', {})).toEqual([])
  await core.asRole('case-manager').call('drafts.discard', { key: 'note:1' })
  expect((await core.call('drafts.list', {})).map(draft => draft.key)).toEqual(['case-edit:2'])
  expect(await core.reply('drafts.save', { key: 'note:1', place: '{}', title: 'x', values: 'not json' })).toMatchObject({ ok: false, error: { code: 'validation' } })
  expect(core.audit().some(row => String(row['action']).startsWith('draft'))).toBe(false)
})
