import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { readKeyring, unlockWithPassphrase, unlockWithRecovery } from '#electron/security/keyring.ts'
import { Role } from '#shared/model/role.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'
import { testKdf } from '#tests/support/kdf.ts'
import { administratorPass, managerPass, setUpCore } from './support.ts'

const open: TestCore[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.close()
})
const opened = async (): Promise<Awaited<ReturnType<typeof setUpCore>>> => {
  const made = await setUpCore()
  open.push(made.core)
  return made
}

const aPerson = { fullName: 'Nora Night', initials: 'NN', role: 'case-manager' as const, unitIds: [], phone: 'unknown' as const, signInName: 'nora' }
const carla = async (core: TestCore) => {
  const person = (await core.call('accounts.list', {})).find(each => each.signInName === 'carla')
  if (person === undefined) throw new Error('Nobody is called carla.')
  return person
}

test('a new person signs in with a one-time code and may do nothing before choosing a passphrase', async () => {
  const { core, signOut, signIn } = await opened()
  const { oneTimeCode } = await core.call('accounts.add', aPerson)
  expect(JSON.stringify(core.audit())).not.toContain(oneTimeCode)
  await signOut()
  await signIn('nora', oneTimeCode)
  expect(await core.call('session.state', {})).toMatchObject({ state: 'unlocked', person: { name: 'Nora Night', mustChangePassphrase: true } })
  expect(await core.reply('accounts.directory', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  await core.call('session.changePassphrase', { current: oneTimeCode, next: 'purple lanterns drift home' })
  expect(await core.call('session.state', {})).toMatchObject({ person: { mustChangePassphrase: false } })
  expect(await core.call('accounts.directory', {})).toHaveLength(3)
  expect(await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'nora', oneTimeCode)).toBeNull()
})

test('two people never share a sign-in name, whatever its case', async () => {
  const { core } = await opened()
  expect(await core.reply('accounts.add', { ...aPerson, signInName: 'CARLA' })).toMatchObject({ ok: false, error: { fields: { signInName: expect.any(String) } } })
  await core.call('accounts.add', { ...aPerson, signInName: 'zoë' })
  expect(await core.reply('accounts.add', { ...aPerson, signInName: 'ZOË' })).toMatchObject({ ok: false, error: { fields: { signInName: expect.any(String) } } })
})

test('the same command twice never shows the one-time code again and adds one person', async () => {
  const { core } = await opened()
  const id = core.core.deps.ids.next('command')
  const { oneTimeCode } = await core.call('accounts.add', aPerson, id)
  const again = await core.reply('accounts.add', aPerson, id)
  expect(again).toMatchObject({ ok: false, error: { code: 'refused', message: expect.stringContaining('saved before') } })
  expect(JSON.stringify(again)).not.toContain(oneTimeCode)
  expect(await core.call('jobs.outcome', { commandId: id, channel: 'accounts.add' })).toMatchObject({ state: 'done' })
  expect((await core.call('accounts.list', {})).filter(person => person.signInName === 'nora')).toHaveLength(1)
})

test('disabling takes the key away and gives the store a new one; the others and the recovery key still open it', async () => {
  const { core, words } = await opened()
  const before = core.core.deps.session.keyring()?.storeFile ?? ''
  const { personId, version } = await carla(core)
  expect(await core.reply('accounts.disable', { personId, expectedVersion: version, passphrase: 'not this one at all' })).toMatchObject({ ok: false, error: { fields: { passphrase: expect.any(String) } } })
  await core.call('accounts.disable', { personId, expectedVersion: version, passphrase: administratorPass })
  expect((await carla(core)).status).toBe('disabled')
  const keyring = readKeyring(core.folder)
  expect(existsSync(before)).toBe(false)
  expect(keyring.body.generation).toBe(2)
  expect(await unlockWithPassphrase(keyring, testKdf, 'carla', managerPass)).toBeNull()
  expect(await unlockWithPassphrase(keyring, testKdf, 'ada', administratorPass)).not.toBeNull()
  expect(unlockWithRecovery(keyring, words)).not.toBeNull()
  expect(core.audit().map(row => row['action']).slice(-2)).toEqual(['person.disabled', 'data-key.rotated'])
  await core.call('facility.addUnit', { name: '6 South', kind: 'inpatient' })
})

test('a disabled person comes back with a one-time code', async () => {
  const { core, signOut, signIn } = await opened()
  const { personId, version } = await carla(core)
  await core.call('accounts.disable', { personId, expectedVersion: version, passphrase: administratorPass })
  const { oneTimeCode } = await core.call('accounts.enable', { personId, expectedVersion: (await carla(core)).version })
  await signOut()
  await signIn('carla', oneTimeCode)
  expect(await core.call('session.state', {})).toMatchObject({ person: { mustChangePassphrase: true } })
})

test('a reset needs the recovery key and ends the old passphrase', async () => {
  const { core, words } = await opened()
  const { personId, version } = await carla(core)
  expect(await core.reply('accounts.reset', { personId, expectedVersion: version, words: 'abandon '.repeat(24) })).toMatchObject({ ok: false, error: { fields: { words: expect.any(String) } } })
  const { oneTimeCode } = await core.call('accounts.reset', { personId, expectedVersion: version, words: words.join(' ') })
  expect(await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'carla', managerPass)).toBeNull()
  expect(await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'carla', oneTimeCode)).toMatchObject({ mustChange: true })
})

test('the last administrator neither leaves nor changes role', async () => {
  const { core } = await opened()
  const ada = (await core.call('accounts.list', {})).find(person => person.role === 'administrator')
  if (ada === undefined) throw new Error('No administrator.')
  const { personId, version, fullName, initials, phone } = ada
  expect(await core.reply('accounts.edit', { personId, expectedVersion: version, fields: { fullName, initials, phone, role: 'lead', unitIds: [] } })).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(await core.reply('accounts.disable', { personId, expectedVersion: version, passphrase: administratorPass })).toMatchObject({ ok: false, error: { code: 'refused' } })
})

test('an edit of a stale version is a conflict and changes nothing', async () => {
  const { core } = await opened()
  const { personId, version, fullName, initials, unitIds } = await carla(core)
  const edit = (name: string) => core.reply('accounts.edit', { personId, expectedVersion: version, fields: { fullName: name, initials, role: 'lead', unitIds: unitIds.slice(0, 1), phone: '555-0101' } })
  expect(await edit('Carla Lead')).toMatchObject({ ok: true })
  expect(await edit(fullName)).toMatchObject({ ok: false, error: { code: 'conflict', latestVersion: version + 1 } })
  expect(await carla(core)).toMatchObject({ fullName: 'Carla Lead', role: 'lead', unitIds: unitIds.slice(0, 1), phone: '555-0101' })
})

test('a new recovery key makes the old words worthless', async () => {
  const { core, words } = await opened()
  const { recoveryWords } = await core.call('accounts.newRecoveryKey', { passphrase: administratorPass })
  const keyring = readKeyring(core.folder)
  expect(unlockWithRecovery(keyring, words)).toBeNull()
  expect(unlockWithRecovery(keyring, recoveryWords)).not.toBeNull()
  expect(await core.call('accounts.recoveryKey', {})).toMatchObject({ confirmedAt: 'never' })
})

test('only the administrator manages people and facility, and the administrator sees no patient', async () => {
  const core = await testCore()
  open.push(core)
  for (const role of Role.values) {
    const answer = await core.asRole(role).reply('accounts.list', {})
    expect([role, answer.ok]).toEqual([role, role === 'administrator'])
    const unit = await core.asRole(role).reply('facility.addUnit', { name: `Unit of ${role}`, kind: 'clinic' })
    expect([role, unit.ok]).toEqual([role, role === 'administrator'])
    const history = await core.asRole(role).reply('audit.list', { filter: {}, sort: { column: 'time', direction: 'descending' }, offset: 0, limit: 10 })
    expect([role, history.ok]).toEqual([role, role === 'privacy-officer'])
  }
  expect(await core.asRole('administrator').reply('search.patients', { text: 'Rivera' })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('minutes after the sign-in the passphrase is asked again before people, backups or exports; a wrong one opens nothing', async () => {
  const { core } = await opened()
  core.clock.pass(5 * 60_000)
  expect(await core.reply('accounts.add', aPerson)).toMatchObject({ ok: false, error: { code: 'step-up' } })
  expect(await core.reply('workstation.backUpNow', {})).toMatchObject({ ok: false, error: { code: 'step-up' } })
  expect(await core.reply('session.stepUp', { passphrase: 'not this one at all' })).toMatchObject({ ok: false, error: { code: 'validation' } })
  expect(await core.reply('accounts.add', aPerson)).toMatchObject({ ok: false, error: { code: 'step-up' } })
  await core.call('session.stepUp', { passphrase: administratorPass })
  await core.call('accounts.add', aPerson)
  expect(core.audit().map(row => row['action'])).toEqual(expect.arrayContaining(['session.passphrase-refused', 'session.stepped-up', 'person.added']))
})
