import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { testCore, type TestCore } from '#tests/support/core.ts'
import { administratorPass, aSetUp, managerPass, setUpCore } from './support.ts'

// Each long step starts a thread that reads its program from the sources; in the product it is one bundle.
vi.setConfig({ testTimeout: 180_000 })

const open: TestCore[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.close()
})

async function facilityWithBackup() {
  const { core, words, signOut, signIn } = await setUpCore()
  open.push(core)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseboard-backups-'))
  const { version, name, zone, idleMinutes, blurSeconds } = await core.call('facility.get', {})
  await core.call('facility.update', { expectedVersion: version, fields: { name, zone, idleMinutes, blurSeconds, backupFolder: folder } })
  const backup = await core.call('workstation.backUpNow', {})
  return { core, words, folder, backup, signOut, signIn }
}

test('a backup is made, listed with its age, and stands in the history', async () => {
  const { core, folder, backup } = await facilityWithBackup()
  expect(await core.call('workstation.backups', {})).toMatchObject({ folder, reachable: true, newestAt: backup.at, backups: [expect.objectContaining({ reason: 'asked', facilityName: 'Harbor Hospital' })] })
  expect(core.audit().map(row => row['action'])).toContain('backup.made')
})

test('a backup opens on an empty machine with a passphrase of its day', async () => {
  const { folder, backup } = await facilityWithBackup()
  const empty = await testCore({ blank: true })
  open.push(empty)
  expect(await empty.call('workstation.findBackups', { folder })).toMatchObject({ folder, backups: [{ name: backup.name }] })
  const restore = (passphrase: string) => empty.reply('workstation.restore', { folder, name: backup.name, secret: { kind: 'passphrase', signInName: 'carla', passphrase } })
  expect(await restore(administratorPass)).toMatchObject({ ok: false, error: { fields: { 'secret.passphrase': expect.any(String) } } })
  expect(await restore(managerPass)).toMatchObject({ ok: true, data: { restoredFrom: backup.at, setAside: false } })
  expect(await empty.call('session.state', {})).toMatchObject({ state: 'locked', facilityName: 'Harbor Hospital' })
  await empty.call('session.signIn', { signInName: 'carla', passphrase: managerPass })
  expect(empty.audit().map(row => row['action'])).toEqual(expect.arrayContaining(['restore.refused', 'restore.done', 'session.signed-in']))
})

test('a backup opens with the recovery key, and what stood there is set aside', async () => {
  const { core, folder, backup, words, signOut, signIn } = await facilityWithBackup()
  await core.call('facility.addUnit', { name: 'Added after the backup', kind: 'inpatient' })
  await signOut()
  expect(await core.call('workstation.restore', { folder, name: backup.name, secret: { kind: 'recovery', words: words.join('\n') } })).toMatchObject({ setAside: true })
  await signIn('ada', administratorPass)
  expect((await core.call('facility.get', {})).units.map(unit => unit.name)).toEqual(aSetUp.units.map(unit => unit.name))
})

test('over a live profile only an administrator of today or the recovery key restores; everybody else changes nothing', async () => {
  const { core, folder, backup, signOut, signIn } = await facilityWithBackup()
  await signOut()
  const before = readdirSync(core.folder).filter(name => name.startsWith('store-')).sort()
  const restore = (signInName: string, passphrase: string) => core.reply('workstation.restore', { folder, name: backup.name, secret: { kind: 'passphrase', signInName, passphrase } })
  expect(await restore('carla', managerPass)).toMatchObject({ ok: false, error: { code: 'refused', message: expect.stringContaining('Only an administrator') } })
  expect(readdirSync(core.folder).filter(name => name.startsWith('store-')).sort()).toEqual(before)
  expect(await restore('ada', administratorPass)).toMatchObject({ ok: true, data: { setAside: true } })
  await signIn('ada', administratorPass)
  const told = core.audit().filter(row => String(row['action']).startsWith('restore.')).map(row => JSON.parse(String(row['detail'])))
  expect(told).toMatchObject([{ personId: expect.any(String), backup: backup.name }, { personId: expect.any(String), backup: backup.name }])
})

test('an administrator who was disabled since does not come back by a backup', async () => {
  const { core, folder, signOut } = await facilityWithBackup()
  const { personId, oneTimeCode } = await core.call('accounts.add', { fullName: 'Zoe Second', initials: 'ZS', role: 'administrator', unitIds: [], phone: 'unknown', signInName: 'zoe' })
  const backup = await core.call('workstation.backUpNow', {})
  await core.call('accounts.disable', { personId, expectedVersion: 1, passphrase: administratorPass })
  await signOut()
  expect(await core.reply('workstation.restore', { folder, name: backup.name, secret: { kind: 'passphrase', signInName: 'zoe', passphrase: oneTimeCode } })).toMatchObject({ ok: false, error: { code: 'refused' } })
})

test('guessing at a backup counts like guessing at the sign-in', async () => {
  const { core, folder, backup, signOut } = await facilityWithBackup()
  await signOut()
  const restore = (passphrase: string) => core.reply('workstation.restore', { folder, name: backup.name, secret: { kind: 'passphrase', signInName: 'ada', passphrase } })
  for (let i = 0; i < 5; i += 1) expect(await restore('not this one at all')).toMatchObject({ error: { code: 'validation' } })
  expect(await restore(administratorPass)).toMatchObject({ ok: false, error: { code: 'wait', seconds: 30 } })
  expect(await core.reply('session.signIn', { signInName: 'ada', passphrase: administratorPass })).toMatchObject({ ok: false, error: { code: 'wait' } })
})

test('nobody restores while somebody works', async () => {
  const { core, folder, backup, words } = await facilityWithBackup()
  expect(await core.reply('workstation.restore', { folder, name: backup.name, secret: { kind: 'recovery', words: words.join(' ') } })).toMatchObject({ ok: false, error: { code: 'refused' } })
})

test('an administrator accepts a warning of the seal with a reason, and nobody else', async () => {
  const { core, signOut, signIn } = await setUpCore()
  open.push(core)
  const anchorFile = core.core.deps.session.keyring()?.anchorFile ?? ''
  expect(await core.reply('workstation.acceptAnchor', { reason: 'nothing to see' })).toMatchObject({ ok: false, error: { code: 'refused' } })
  await signOut()
  rmSync(anchorFile)
  await signIn('ada', administratorPass)
  expect(core.events.filter(({ name }) => name === 'store.notice')).toContainEqual({ name: 'store.notice', data: { severity: 'danger', message: expect.stringContaining('The seal of the history is missing') } })
  const history = async () => (await core.call('workstation.check', {})).steps.find(({ name }) => name === 'History')
  expect(await history()).toMatchObject({ status: 'failed', about: 'store', offer: 'accept-anchor' })
  core.clock.pass(5 * 60_000)
  expect(await core.reply('workstation.acceptAnchor', { reason: 'looked at with IT' })).toMatchObject({ ok: false, error: { code: 'step-up' } })
  await core.call('session.stepUp', { passphrase: administratorPass })
  await core.call('workstation.acceptAnchor', { reason: 'looked at with IT' })
  expect(await history()).toMatchObject({ status: 'ok', offer: 'none' })
  expect(core.audit().map(row => row['action'])).toContain('anchor.accepted')
})

test('the check names every step and nothing of a patient', async () => {
  const { core } = await facilityWithBackup()
  const { steps } = await core.call('workstation.check', {})
  expect(steps.map(step => step.name)).toEqual(['Encryption', 'Key', 'Schema version', 'References', 'Integrity', 'History', 'Records', 'Backup', 'Disk space', 'Backup folder', 'Shell'])
  expect(steps.filter(step => step.status === 'failed')).toEqual([])
})
