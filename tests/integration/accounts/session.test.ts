import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { storeOpener } from '#electron/core/open-store.ts'
import { silentLog } from '#electron/platform/log.ts'
import { createDemoProfile } from '#electron/security/create-profile.ts'
import { createReader } from '#electron/store/reader-client.ts'
import { readKeyring, UnlockedKeyring, unlockWithPassphrase } from '#electron/security/keyring.ts'
import type { TestCore } from '#tests/support/core.ts'
import { testCore } from '#tests/support/core.ts'
import { fixedClock, seededIds } from '#tests/support/clock.ts'
import { testKdf } from '#tests/support/kdf.ts'
import { temporaryFolder } from '#tests/support/store.ts'
import { administratorPass, aSetUp, managerPass, setUpCore } from './support.ts'

const open: TestCore[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.close()
})
const opened = async (): Promise<Awaited<ReturnType<typeof setUpCore>>> => {
  const made = await setUpCore()
  open.push(made.core)
  return made
}
const actions = (core: TestCore): unknown[] => core.audit().map(row => row['action'])

test('set-up makes a store, signs the administrator in and tells 24 words once', async () => {
  const core = await testCore({ blank: true })
  open.push(core)
  expect((await core.call('session.state', {})).state).toBe('no-store')
  const { recoveryWords, session } = await core.call('session.setUp', aSetUp)
  expect(recoveryWords).toHaveLength(24)
  expect(session).toMatchObject({ state: 'unlocked', person: { name: 'Ada Admin', role: 'administrator', mustChangePassphrase: false } })
  const facility = await core.call('facility.get', {})
  expect(facility).toMatchObject({ name: 'Harbor Hospital', idleMinutes: 5, blurSeconds: 90, demo: false })
  expect(facility.units.map(unit => unit.name)).toEqual(['5 North', 'Heart clinic'])
  expect((await core.call('accounts.list', {})).map(person => [person.signInName, person.role, person.unitIds.length])).toEqual([['ada', 'administrator', 0], ['carla', 'case-manager', 2]])
  expect(actions(core)).toEqual(['facility.set-up', 'unit.added', 'unit.added', 'person.added', 'person.added', 'session.signed-in'])
})

test('the recovery key is confirmed by its own words only, however they are numbered', async () => {
  const { core, words } = await opened()
  expect(await core.call('accounts.recoveryKey', {})).toMatchObject({ confirmedAt: 'never' })
  await expect(core.call('session.confirmRecoveryKey', { words: words.toReversed().join(' ') })).rejects.toMatchObject({ shape: { code: 'validation' } })
  await core.call('session.confirmRecoveryKey', { words: words.map((word, i) => `${i + 1}. ${word.toUpperCase()}`).join('\n') })
  expect(await core.call('accounts.recoveryKey', {})).toMatchObject({ confirmedAt: core.clock.now() })
})

test('set-up refuses weak passphrases, one name for two people, and a second set-up', async () => {
  const core = await testCore({ blank: true })
  open.push(core)
  const with_ = (change: Partial<typeof aSetUp>) => core.reply('session.setUp', { ...aSetUp, ...change })
  expect(await with_({ administrator: { ...aSetUp.administrator, passphrase: 'fourteen chars' } })).toMatchObject({ ok: false, error: { code: 'validation', fields: { 'administrator.passphrase': expect.stringContaining('15') } } })
  expect(await with_({ caseManager: { ...aSetUp.caseManager, signInName: 'ADA' } })).toMatchObject({ ok: false, error: { fields: { 'caseManager.signInName': expect.any(String) } } })
  expect(await with_({ facility: { name: 'Harbor', zone: 'Mars/Olympus' } })).toMatchObject({ ok: false, error: { code: 'validation' } })
  expect((await core.call('session.state', {})).state).toBe('no-store')
  await core.call('session.setUp', aSetUp)
  expect(await core.reply('session.setUp', aSetUp)).toMatchObject({ ok: false, error: { code: 'refused' } })
})

test('a wrong name and a wrong passphrase get the same answer, and the history tells of both after the next sign-in', async () => {
  const { core, signOut, signIn } = await opened()
  await signOut()
  const wrongName = await core.reply('session.signIn', { signInName: 'nobody', passphrase: managerPass })
  const wrongPass = await core.reply('session.signIn', { signInName: 'carla', passphrase: administratorPass })
  expect(wrongName).toEqual(wrongPass)
  await signIn('Carla', managerPass)
  expect(await core.call('session.state', {})).toMatchObject({ state: 'unlocked', person: { role: 'case-manager' } })
  expect(actions(core).filter(action => action === 'sign-in.refused')).toHaveLength(2)
})

test('the fifth wrong passphrase makes everybody of that name wait', async () => {
  const { core, signOut } = await opened()
  await signOut()
  for (let i = 0; i < 5; i += 1) await core.reply('session.signIn', { signInName: 'carla', passphrase: 'not this one at all' })
  expect(await core.reply('session.signIn', { signInName: 'carla', passphrase: managerPass })).toMatchObject({ ok: false, error: { code: 'wait', seconds: 30 } })
})

test('a new passphrase needs the current one, and the old one opens nothing afterwards', async () => {
  const { core, signOut, signIn } = await opened()
  const next = 'ninety green umbrellas sing'
  expect(await core.reply('session.changePassphrase', { current: 'something else entirely', next })).toMatchObject({ ok: false, error: { fields: { current: expect.any(String) } } })
  expect(await core.reply('session.changePassphrase', { current: administratorPass, next: 'short' })).toMatchObject({ ok: false, error: { fields: { next: expect.any(String) } } })
  expect(await core.reply('session.changePassphrase', { current: administratorPass, next: administratorPass })).toMatchObject({ ok: false, error: { fields: { next: expect.any(String) } } })
  await core.call('session.changePassphrase', { current: administratorPass, next })
  await signOut()
  expect(await core.reply('session.signIn', { signInName: 'ada', passphrase: administratorPass })).toMatchObject({ ok: false, error: { code: 'refused' } })
  await signIn('ada', next)
  expect(actions(core)).toContain('person.passphrase-changed')
})

test('the recovery key gives an administrator a new passphrase, and nobody else', async () => {
  const { core, words, signOut } = await opened()
  await signOut()
  const newPassphrase = 'ninety green umbrellas sing'
  const recover = (change: object) => core.reply('session.recoverWithKey', { words: words.join(' '), signInName: 'ada', newPassphrase, ...change })
  expect(await recover({ signInName: 'carla' })).toMatchObject({ ok: false, error: { fields: { signInName: expect.any(String) } } })
  expect(await recover({ words: words.toSorted().join(' ') })).toMatchObject({ ok: false, error: { fields: { words: expect.any(String) } } })
  expect(await recover({ newPassphrase: 'short' })).toMatchObject({ ok: false, error: { fields: { newPassphrase: expect.any(String) } } })
  expect(await recover({})).toMatchObject({ ok: true, data: { session: { state: 'unlocked', person: { role: 'administrator', mustChangePassphrase: false } } } })
  expect(await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'ada', newPassphrase)).toMatchObject({ mustChange: false })
  expect(await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'ada', administratorPass)).toBeNull()
  expect(actions(core)).toContain('recovery.used')
})

test('a PIN lifts the blur, three wrong ones lock', async () => {
  const { core } = await opened()
  const { session } = core.core.deps
  expect(await core.reply('session.setPin', { passphrase: 'not this one at all', pin: '4821' })).toMatchObject({ ok: false, error: { fields: { passphrase: expect.any(String) } } })
  expect(await core.reply('session.setPin', { passphrase: administratorPass, pin: '1234' })).toMatchObject({ ok: false, error: { fields: { pin: expect.any(String) } } })
  expect(await core.call('session.setPin', { passphrase: administratorPass, pin: '4821' })).toMatchObject({ session: { person: { hasPin: true } } })
  session.blur()
  expect(await core.reply('accounts.list', {})).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(await core.reply('session.unblur', { pin: '9999' })).toMatchObject({ ok: false, error: { code: 'refused', message: expect.stringContaining('2 tries') } })
  expect(await core.call('session.unblur', { pin: '4821' })).toMatchObject({ session: { state: 'unlocked' } })
  session.blur()
  await core.reply('session.unblur', { pin: '1111' })
  await core.reply('session.unblur', { pin: '2222' })
  expect(await core.reply('session.unblur', { pin: '3333' })).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(core.events).toContainEqual({ name: 'session.locking', data: { reason: 'pin-failed' } })
})

test('without a PIN the screen is hidden too, and the passphrase lifts it; its wrong tries count like those at the sign-in', async () => {
  const { core } = await opened()
  expect(await core.call('session.blur', {})).toMatchObject({ session: { state: 'blurred', person: { hasPin: false } } })
  expect(await core.reply('accounts.list', {})).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(await core.reply('session.unblurByPassphrase', { passphrase: 'not this one at all' })).toMatchObject({ ok: false, error: { fields: { passphrase: expect.any(String) } } })
  expect(core.core.deps.session.state()).toMatchObject({ state: 'blurred' })
  expect(await core.call('session.unblurByPassphrase', { passphrase: administratorPass })).toMatchObject({ session: { state: 'unlocked' } })
  core.core.deps.session.blur()
  for (let i = 0; i < 5; i += 1) await core.reply('session.unblurByPassphrase', { passphrase: 'not this one at all' })
  expect(await core.reply('session.unblurByPassphrase', { passphrase: administratorPass })).toMatchObject({ ok: false, error: { code: 'wait' } })
  expect(core.core.deps.session.state()).toMatchObject({ state: 'blurred' })
})

test('nothing is hidden that nothing could bring back: a first sign-in, and a demo without a PIN', async () => {
  const core = await testCore()
  open.push(core)
  const { session } = core.core.deps
  session.update({ ...signedIn(core), mustChangePassphrase: true })
  session.blur()
  expect(session.state()).toMatchObject({ state: 'unlocked' })
  session.update({ ...signedIn(core), mustChangePassphrase: false })
  session.changeFacility({ name: 'Demo', zone: 'UTC', idleMinutes: 5, blurSeconds: 90, demo: true })
  expect(await core.reply('session.blur', {})).toMatchObject({ ok: false, error: { code: 'refused' } })
  session.update({ ...signedIn(core), hasPin: true })
  expect(await core.call('session.blur', {})).toMatchObject({ session: { state: 'blurred' } })
})

test('PINs sent all at once are three tries, whatever the fourth one is', async () => {
  const { core } = await opened()
  await core.call('session.setPin', { passphrase: administratorPass, pin: '4821' })
  core.core.deps.session.blur()
  const replies = await Promise.all(['1111', '2222', '3333', '4821', '5555'].map(pin => core.reply('session.unblur', { pin })))
  expect(replies.map(({ ok }) => ok)).toEqual([false, false, false, false, false])
  expect(core.events).toContainEqual({ name: 'session.locking', data: { reason: 'pin-failed' } })
  expect(core.core.deps.session.state()).toMatchObject({ state: 'blurred', pinTriesLeft: 0 })
})

test('when nobody has acted for half a minute the log is tidied up once, and again after the next pause', async () => {
  const core = await testCore()
  open.push(core)
  const checkpoint = vi.spyOn(core.deps.store, 'checkpoint')
  const aWhile = () => new Promise(resolve => { setTimeout(resolve, 2300) })
  core.clock.pass(29_000)
  await aWhile()
  expect(checkpoint).not.toHaveBeenCalled()
  core.clock.pass(1000)
  await aWhile()
  expect(checkpoint).toHaveBeenCalledOnce()
  checkpoint.mockImplementation(() => { throw new Error('a reader stood in the way') })
  await core.call('session.activity', {})
  core.clock.pass(30_000)
  await aWhile()
  expect(checkpoint).toHaveBeenCalledTimes(2)
  checkpoint.mockRestore()
})

test('once the lock has begun, only what is being typed is still saved', async () => {
  const core = await testCore()
  open.push(core)
  core.core.deps.session.lock('idle')
  expect(await core.reply('cases.choices', {})).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(await core.reply('session.signIn', { signInName: 'ada', passphrase: administratorPass })).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(await core.reply('drafts.save', { key: 'note:1', place: '{}', title: 'Note', values: '{"text":"half"}' })).toMatchObject({ ok: true })
  expect(await core.reply('session.state', {})).toMatchObject({ ok: true })
})

test('every way a session ends stands in the history, with its reason', async () => {
  const { core, signIn } = await opened()
  core.core.deps.session.lock('idle')
  await new Promise(resolve => { setTimeout(resolve, 700) })
  await signIn('ada', administratorPass)
  const locks = core.audit().filter(row => row['action'] === 'session.locked')
  expect(locks.map(row => JSON.parse(String(row['detail'])))).toEqual([{ reason: 'idle' }])
})

test('a core whose store does not open keeps no key', async () => {
  const { core, signOut } = await opened()
  const file = core.core.deps.session.keyring()?.storeFile ?? ''
  await signOut()
  writeFileSync(file, Buffer.alloc(8192, 9))
  const disposed = vi.spyOn(UnlockedKeyring.prototype, 'dispose')
  expect(await core.reply('session.signIn', { signInName: 'ada', passphrase: administratorPass })).toMatchObject({ ok: false, error: { code: 'store', problem: 'damaged' } })
  expect(disposed).toHaveBeenCalledOnce()
  expect(core.core.deps.session.keyring()).toBeNull()
  disposed.mockRestore()
})

test('the reader is lent the key itself and leaves no copy of it', () => {
  const profile = createDemoProfile({ folder: path.join(temporaryFolder('lent'), 'p'), kdf: testKdf, ids: seededIds(3), at: fixedClock().now(), fill: () => undefined })
  const seen: Uint8Array[] = []
  const { store, reader } = storeOpener(fixedClock(), silentLog, options => {
    seen.push(options.key())
    return createReader(options)
  })(profile)
  expect(seen[0]).toBe(profile.dataKey)
  store.close()
  return reader.close()
})

test('whose role no longer sees patients sees no draft about them; it is there when the role comes back', async () => {
  const core = await testCore()
  open.push(core)
  await core.call('drafts.save', { key: 'note:1', place: '{}', title: 'Note', values: '{"text":"about somebody"}' })
  await core.call('drafts.save', { key: 'person-new', place: '{}', title: 'New person', values: '{"fullName":"Petra"}' })
  const person = signedIn(core)
  core.core.deps.session.update({ ...person, role: 'administrator' })
  expect(await core.core.dispatch({ channel: 'drafts.list', input: {} })).toMatchObject({ ok: true, data: [{ key: 'person-new' }] })
  core.core.deps.session.update(person)
  expect(await core.call('drafts.list', {})).toHaveLength(2)
  core.core.deps.session.update({ ...person, mustChangePassphrase: true })
  expect(await core.core.dispatch({ channel: 'drafts.list', input: {} })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('what is typed while the screen is hidden is still kept', async () => {
  const core = await testCore()
  open.push(core)
  core.core.deps.session.update({ ...signedIn(core), hasPin: true })
  core.core.deps.session.blur()
  await core.call('drafts.save', { key: 'note:1', place: '{}', title: 'Note', values: '{"text":"half a sent"}' })
  core.core.deps.session.unblur()
  expect(await core.call('drafts.list', {})).toMatchObject([{ key: 'note:1', values: '{"text":"half a sent"}' }])
})

test('looking with another role’s eyes is refused outside of the demo', async () => {
  const core = await testCore()
  open.push(core)
  expect(await core.reply('session.viewAs', { role: 'administrator' })).toMatchObject({ ok: false, error: { code: 'refused' } })
})

test('preferences belong to one person', async () => {
  const core = await testCore()
  open.push(core)
  await core.call('session.savePreference', { key: 'appearance', value: '{"theme":"dark"}' })
  expect(await core.call('session.preference', { key: 'appearance' })).toEqual({ value: '{"theme":"dark"}' })
  expect(await core.asRole('lead').call('session.preference', { key: 'appearance' })).toEqual({ value: 'unknown' })
  expect(await core.reply('session.savePreference', { key: 'appearance', value: 'not json' })).toMatchObject({ ok: false, error: { code: 'validation' } })
})

function signedIn(core: TestCore) {
  const state = core.core.deps.session.state()
  if (state.state !== 'unlocked') throw new Error('Nobody is signed in.')
  return state.person
}
