import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { contract, isChannel, type Channel } from '#shared/contract/index.ts'
import { mayDo } from '#shared/model/permission.ts'
import { Role } from '#shared/model/role.ts'
import { createDispatcher } from '#electron/ipc/dispatcher.ts'
import { framesOf } from '#electron/ipc/reply-error.ts'
import { handlers } from '#electron/ipc/handlers/index.ts'
import { plainId } from '#tests/support/plain-id.ts'
import { payloadsFor } from '#tests/support/payloads.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'

let core: TestCore | null = null
afterEach(async () => { await core?.close() })
const channels: readonly Channel[] = Object.keys(contract).filter(name => isChannel(name))

test('a name that is no channel is refused, also when objects have a member of that name', async () => {
  core = await testCore()
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'cases.nothing', '']) {
    expect(await core.reply(name, {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
  }
})

test('every channel has a handler, and those that run before unlock ask for no permission', () => {
  expect(Object.keys(handlers).toSorted()).toEqual([...channels].toSorted())
  const open = channels.filter(channel => contract[channel].access === 'before-unlock')
  expect(open.length).toBeGreaterThan(0)
  for (const channel of open) expect(contract[channel].permission, channel).toBe('anyone')
})

test('while nobody is signed in, every other channel answers "locked" before it looks at the input', async () => {
  core = await testCore({ blank: true })
  for (const channel of channels.filter(name => contract[name].access !== 'before-unlock')) {
    expect(await core.reply(channel, { nonsense: true }), channel).toMatchObject({ ok: false, error: { code: 'locked' } })
  }
})

test('while the screen is blurred only what lifts the blur runs', async () => {
  core = await testCore()
  const state = core.core.deps.session.state()
  if (state.state !== 'unlocked') throw new Error('Signed in.')
  core.core.deps.session.update({ ...state.person, hasPin: true })
  core.core.deps.session.blur()
  for (const channel of channels.filter(name => !['before-unlock', 'blurred'].includes(contract[name].access ?? 'unlocked'))) {
    expect(await core.core.dispatch({ channel, input: {} }), channel).toMatchObject({ ok: false, error: { code: 'locked' } })
  }
})

test('every channel refuses input it does not know, naming the place', async () => {
  core = await testCore({ role: 'lead' })
  for (const channel of channels.filter(name => contract[name].access !== 'before-unlock')) {
    expect(await core.reply(channel, { nonsense: true }), channel).toMatchObject({ ok: false, error: { code: 'validation' } })
  }
})

/** Input the contract takes: the permission is asked after the parse, so nothing less shows what the role may. */
function aWholeInput(channel: Channel): unknown {
  const { input } = contract[channel]
  const found = fc.sample(payloadsFor(input), { numRuns: 200, seed: 1 }).find(payload => input.safeParse(payload).success)
  if (found === undefined) throw new RangeError(`No payload of 200 is one for ${channel}.`)
  return found
}

test('no role gets past a permission it does not hold, and each refusal is in the history', async () => {
  core = await testCore()
  for (const role of Role.values) {
    const refused = channels.filter(name => contract[name].access === undefined && !mayDo(role, contract[name].permission))
    for (const channel of refused) expect(await core.asRole(role).reply(channel, aWholeInput(channel)), `${role} ${channel}`).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    const noted = core.audit().filter(row => row['action'] === 'access.refused' && row['actor_id'] === core?.people[role])
    expect(noted.length, role).toBe(refused.length)
  }
})

test('the administrator reads nothing of a patient', () => {
  for (const channel of channels) {
    const { permission } = contract[channel]
    if (/^(patients|cases|stays|recovery|caseload|today|search|notes|imports)\./.test(channel) && permission !== 'facility.read' && permission !== 'reference.read') expect(mayDo('administrator', permission), channel).toBe(false)
  }
})

test('until a one-time code is replaced, nothing but the own sign-in runs', async () => {
  core = await testCore()
  const state = core.core.deps.session.state()
  if (state.state !== 'unlocked') throw new Error('Signed in.')
  core.core.deps.session.update({ ...state.person, mustChangePassphrase: true })
  expect(await core.core.dispatch({ channel: 'cases.choices', input: {} })).toMatchObject({ ok: false, error: { code: 'forbidden', message: 'Choose your own passphrase first.' } })
})

test('the same command id runs once, at the same time and afterwards, and belongs to one person and channel', async () => {
  core = await testCore()
  const commandId = plainId('command', 77)
  const note = { patientId: 'none', caseId: 'none', title: 'Call the payer', dueOn: 'unknown', dueTime: 'unknown', assignedToId: 'me' } as const
  const [one, two] = await Promise.all([core.reply('notes.addTask', note, commandId), core.reply('notes.addTask', note, commandId)])
  expect(one).toMatchObject({ ok: true })
  expect(two).toEqual(one)
  expect(await core.reply('notes.addTask', note, commandId)).toEqual(one)
  expect((await core.call('notes.tasks', { whose: 'all', status: 'open', offset: 0, limit: 10 })).total).toBe(1)
  expect(await core.reply('session.savePreference', { key: 'x', value: '1' }, commandId)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(await core.asRole('lead').reply('notes.addTask', note, commandId)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(await core.asRole('case-manager').call('jobs.outcome', { commandId, channel: 'notes.addTask' })).toMatchObject({ state: 'done' })
  expect(await core.asRole('lead').call('jobs.outcome', { commandId, channel: 'notes.addTask' })).toEqual({ state: 'not-done' })
})

test('an error nobody foresaw leaves as a reference: no word of it reaches the page or the log', async () => {
  const lines: string[] = []
  const write = (event: string, facts?: object): void => { lines.push(JSON.stringify({ event, facts })) }
  core = await testCore({ log: { info: write, warn: write, error: write } })
  const broken = createDispatcher(core.core.deps, { ...handlers, 'session.activity': () => { throw new TypeError('Mrs. Adler, born 1950-01-01\n    at Mrs. Adler:1:1') } })
  const reply = await broken({ channel: 'session.activity', input: {} })
  expect(reply).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(JSON.stringify(reply) + lines.join()).not.toMatch(/Adler|1950/)
  expect(lines.join()).toContain('TypeError')
})

test('the log is told files and lines of an error, never its message', () => {
  const error = new Error('Adler at /home/adler.ts:1:1')
  const frames = Object.values(framesOf(error))
  expect(frames.length).toBeGreaterThan(0)
  expect(frames.join()).toContain('dispatcher.test.ts')
  expect(frames.join()).not.toMatch(/adler/i)
})
