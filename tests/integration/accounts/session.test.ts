import { afterEach, expect, test } from 'vitest'
import { testCore, type TestCore } from '#tests/support/core.ts'

const open: TestCore[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.close()
})

async function blankCore(): Promise<TestCore> {
  const core = await testCore({ blank: true })
  open.push(core)
  return core
}

const administratorPass = 'violet kettles hum at dawn'
const managerPass = 'seven otters share a canoe'
const aSetUp = {
  facility: { name: 'Harbor Hospital', zone: 'America/New_York' },
  units: [{ name: '5 North', kind: 'inpatient' as const }, { name: 'Heart clinic', kind: 'clinic' as const }],
  backupFolder: 'beside-store' as const,
  administrator: { fullName: 'Ada Admin', initials: 'AA', signInName: 'ada', passphrase: administratorPass },
  caseManager: { fullName: 'Carla Manager', initials: 'CM', signInName: 'carla', passphrase: managerPass },
}

test('set-up makes a store, signs the administrator in and tells 24 words once', async () => {
  const core = await blankCore()
  expect((await core.call('session.state', {})).state).toBe('no-store')
  const { recoveryWords, session } = await core.call('session.setUp', aSetUp)
  expect(recoveryWords).toHaveLength(24)
  expect(session).toMatchObject({ state: 'unlocked', person: { name: 'Ada Admin', role: 'administrator', mustChangePassphrase: false } })
  const facility = await core.call('facility.get', {})
  expect(facility).toMatchObject({ name: 'Harbor Hospital', idleMinutes: 5, blurSeconds: 90, demo: false })
  expect(facility.units.map(unit => unit.name)).toEqual(['5 North', 'Heart clinic'])
  expect((await core.call('accounts.list', {})).map(person => [person.signInName, person.role, person.unitIds.length])).toEqual([['ada', 'administrator', 0], ['carla', 'case-manager', 2]])
  expect(core.audit().map(row => row['action'])).toEqual(['facility.set-up', 'unit.added', 'unit.added', 'person.added', 'person.added', 'session.signed-in'])
  await expect(core.call('session.confirmRecoveryKey', { words: recoveryWords.toReversed().join(' ') })).rejects.toMatchObject({ shape: { code: 'validation' } })
  await core.call('session.confirmRecoveryKey', { words: recoveryWords.map((word, i) => `${i + 1}. ${word.toUpperCase()}`).join('\n') })
  expect(await core.call('accounts.recoveryKey', {})).toMatchObject({ confirmedAt: core.clock.now() })
})
