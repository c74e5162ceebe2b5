import { readdirSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { createProfile } from '#electron/security/create-profile.ts'
import { readKeyring, unlockWithPassphrase } from '#electron/security/keyring.ts'
import { StoreError } from '#electron/store/store-error.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'
import { testKdf } from '#tests/support/kdf.ts'
import { administratorPass, aSetUp, managerPass, setUpCore } from './support.ts'

/** The data key changes while others work, fails to change, and is asked for by two at once. */

const open: TestCore[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const core of open.splice(0)) await core.close()
})
const opened = async (): Promise<Awaited<ReturnType<typeof setUpCore>>> => {
  const made = await setUpCore()
  open.push(made.core)
  return made
}

const aPerson = { fullName: 'Nora Night', initials: 'NN', role: 'case-manager' as const, unitIds: [], phone: 'unknown' as const, signInName: 'nora' }
const personCalled = async (core: TestCore, signInName: string) => {
  const person = (await core.call('accounts.list', {})).find(each => each.signInName === signInName)
  if (person === undefined) throw new Error(`Nobody is called ${signInName}.`)
  return person
}
const disable = async (core: TestCore, signInName: string) => {
  const { personId, version } = await personCalled(core, signInName)
  return core.reply('accounts.disable', { personId, expectedVersion: version, passphrase: administratorPass })
}

test('somebody enabled, added and reset while the data key rotates signs in afterwards, and so does the administrator', async () => {
  const { core, words, signOut, signIn } = await opened()
  await core.call('accounts.add', aPerson)
  await core.call('accounts.add', { ...aPerson, signInName: 'otto' })
  await disable(core, 'nora')
  const [nora, otto] = [await personCalled(core, 'nora'), await personCalled(core, 'otto')]
  const [, enabled, added, reset] = await Promise.all([
    disable(core, 'carla'),
    core.call('accounts.enable', { personId: nora.personId, expectedVersion: nora.version }),
    core.call('accounts.add', { ...aPerson, signInName: 'petra' }),
    core.call('accounts.reset', { personId: otto.personId, expectedVersion: otto.version, words: words.join(' ') }),
  ])
  const keyring = readKeyring(core.folder)
  for (const [name, secret] of [['nora', enabled.oneTimeCode], ['petra', added.oneTimeCode], ['otto', reset.oneTimeCode], ['ada', administratorPass]] as const) {
    expect(await unlockWithPassphrase(keyring, testKdf, name, secret), name).not.toBeNull()
  }
  await signOut()
  await signIn('nora', enabled.oneTimeCode)
  expect(await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'carla', managerPass)).toBeNull()
})

test('what is saved while the key is being changed is there afterwards', async () => {
  const { core } = await opened()
  const disabling = disable(core, 'carla')
  const saved: string[] = []
  for (let n = 1; readKeyring(core.folder).body.generation === 1; n++) {
    const reply = await core.reply('facility.addUnit', { name: `Unit ${n}`, kind: 'clinic' })
    if (reply.ok) saved.push(`Unit ${n}`)
    await new Promise(resolve => { setImmediate(resolve) })
  }
  expect(await disabling).toMatchObject({ ok: true })
  expect((await core.call('facility.get', {})).units.map(({ name }) => name)).toEqual([...aSetUp.units.map(({ name }) => name), ...saved])
  expect(saved.length).toBeGreaterThan(0)
})

test('a rotation that fails says so, leaves no copy, keeps the reader, and is made up for at the next unlock', async () => {
  const { core, signOut, signIn } = await opened()
  const before = readdirSync(core.folder).filter(name => name.startsWith('store-')).sort()
  vi.spyOn(core.deps.store, 'copyTo').mockImplementation(() => { throw new StoreError({ kind: 'disk-full' }) })
  expect(await disable(core, 'carla')).toMatchObject({ ok: false, error: { code: 'refused', message: expect.stringContaining('tried again at the next sign-in') } })
  expect((await personCalled(core, 'carla')).status).toBe('disabled')
  expect(readdirSync(core.folder).filter(name => name.startsWith('store-')).sort().filter(name => !before.includes(name))).toEqual([])
  expect(await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'carla', managerPass)).not.toBeNull()
  expect(await core.deps.reader.run('quickCheck', null)).toBe('ok')
  await signOut()
  await signIn('ada', administratorPass)
  expect(readKeyring(core.folder).body.generation).toBe(2)
  expect(await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'carla', managerPass)).toBeNull()
  expect(core.audit().map(row => row['action'])).toContain('data-key.rotated')
  await core.call('facility.addUnit', { name: '6 South', kind: 'inpatient' })
})

test('two set-ups at once make one profile, and its key file opens what its session works on', async () => {
  const core = await testCore({ blank: true })
  open.push(core)
  const [first, second] = await Promise.all([core.reply('session.setUp', aSetUp), core.reply('session.setUp', aSetUp)])
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1)
  expect([first, second].find(({ ok }) => !ok)).toMatchObject({ error: { message: expect.stringContaining('set up already') } })
  const unlocked = await unlockWithPassphrase(readKeyring(core.folder), testKdf, 'ada', administratorPass)
  expect(unlocked?.storeFile).toBe(core.core.deps.session.keyring()?.storeFile)
})

test('a profile is never made over another one, however long its keys took', async () => {
  const { core } = await opened()
  const before = readKeyring(core.folder).mac
  const { kdf, ids, clock } = core.core.deps
  await expect(createProfile({ folder: core.folder, kdf, ids, at: clock.now(), people: [], fill: () => undefined })).rejects.toThrow('set up already')
  expect(readKeyring(core.folder).mac).toBe(before)
})

test('two sign-ins at once open one store', async () => {
  const { core, signOut } = await opened()
  await signOut()
  const replies = await Promise.all([['ada', administratorPass], ['carla', managerPass]].map(([signInName, passphrase]) => core.reply('session.signIn', { signInName, passphrase })))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'refused', message: expect.stringContaining('signed in already') } })
  expect((await core.call('session.state', {})).state).toBe('unlocked')
})
