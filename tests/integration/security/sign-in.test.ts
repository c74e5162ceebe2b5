import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { instant } from '#shared/kernel/instant.ts'
import { admit } from '#electron/security/lockout.ts'
import { signIn, signInWithRecovery, verifyOwnPassphrase } from '#electron/security/sign-in.ts'
import { chainInSideLog } from '#electron/security/side-log.ts'
import { sql } from '#electron/store/sql.ts'
import { admin, nurse, testProfile, type TestProfile } from '#tests/support/profile.ts'
import { anOrigin } from '#tests/support/store.ts'

let t: TestProfile
beforeEach(async () => { t = await testProfile() })
const right = () => signIn(t, nurse)
const wrong = (signInName = nurse.signInName) => signIn(t, { signInName, passphrase: 'not the one at all' })
const times = async (n: number, work: () => Promise<{ kind: string }>) => { for (let i = 0; i < n; i++) await work() }

describe('a wrong passphrase', () => {
  test('tells how many tries are left before a wait', async () => {
    expect(await wrong()).toMatchObject({ kind: 'refused', message: 'That passphrase is not right. 4 tries before a wait.' })
    await times(2, wrong)
    expect(await wrong()).toMatchObject({ message: 'That passphrase is not right. 1 try before a wait.' })
    expect(await wrong()).toMatchObject({ message: 'That passphrase is not right. Too many wrong passphrases. Wait 30 seconds before the next try.' })
    expect(await wrong()).toMatchObject({ kind: 'wait', seconds: 30 })
  })

  test('costs the same and says the same as a name nobody has', async () => {
    const known = await wrong()
    const knownRuns = t.kdf.runs
    const unknown = await wrong('nobody.here')
    expect(unknown).toEqual(known)
    expect(t.kdf.runs - knownRuns).toBe(knownRuns - 2)
    await times(5, () => wrong('nobody.here'))
    expect(await wrong('nobody.here')).toMatchObject({ kind: 'wait' })
  })

  test('of one person keeps nobody else out', async () => {
    await times(6, wrong)
    expect(await signIn(t, admin)).toMatchObject({ kind: 'signed-in', personId: admin.personId })
  })

  test('is forgotten after the right one', async () => {
    await times(4, wrong)
    expect(await right()).toMatchObject({ kind: 'signed-in', personId: nurse.personId, mustChange: false })
    expect(await wrong()).toMatchObject({ triesLeft: 4 })
  })
})

describe('a wait', () => {
  beforeEach(async () => { await times(5, wrong) })

  test('refuses even the right passphrase, derives nothing, then ends', async () => {
    const runs = t.kdf.runs
    t.clock.pass(29_000)
    expect(await right()).toMatchObject({ kind: 'wait', seconds: 1 })
    expect(t.kdf.runs).toBe(runs)
    t.clock.pass(1_000)
    expect(await right()).toMatchObject({ kind: 'signed-in' })
  })

  test('doubles with every further failure, up to a quarter of an hour', async () => {
    for (const seconds of [60, 120, 240, 480, 900, 900]) {
      t.clock.pass(900_000)
      await wrong()
      expect(await wrong()).toMatchObject({ kind: 'wait', seconds })
    }
  })

  test('is not shortened by setting the wall clock', async () => {
    t.clock.setWall(instant('2036-01-01T00:00:00.000Z'))
    expect(await right()).toMatchObject({ kind: 'wait', seconds: 30 })
    t.clock.setWall(instant('2016-01-01T00:00:00.000Z'))
    t.clock.pass(30_000)
    expect(await right()).toMatchObject({ kind: 'signed-in' })
  })

  test('starts over when the machine was restarted', async () => {
    t.clock.pass(29_000)
    t.clock.reboot()
    expect(await right()).toMatchObject({ kind: 'wait', seconds: 30 })
    t.clock.pass(30_000)
    expect(await right()).toMatchObject({ kind: 'signed-in' })
  })
})

test('a hundred failures in a row close the name until the recovery key is shown', async () => {
  for (let i = 0; i < 100; i++) {
    await wrong()
    t.clock.pass(900_000)
  }
  const runs = t.kdf.runs
  expect(await right()).toMatchObject({ kind: 'stopped' })
  expect(t.kdf.runs).toBe(runs)
  expect(signInWithRecovery(t, { words: t.recoveryWords })).toMatchObject({ kind: 'signed-in' })
  expect(await right()).toMatchObject({ kind: 'signed-in' })
})

test('the recovery key never closes, it only slows down', () => {
  const guess = t.recoveryWords.toReversed()
  for (let i = 0; i < 120; i++) {
    signInWithRecovery(t, { words: guess })
    t.clock.pass(900_000)
  }
  expect(signInWithRecovery(t, { words: t.recoveryWords })).toMatchObject({ kind: 'signed-in' })
})

test('made-up names never push out the count of a real one', async () => {
  await times(4, wrong)
  for (let n = 0; n < 600; n++) admit(t.folder, t.clock, `nobody ${n}`, [nurse.signInName])
  expect(await wrong()).toMatchObject({ message: expect.stringContaining('Wait 30 seconds') })
  const { entries } = JSON.parse(readFileSync(path.join(t.folder, 'lockout.json'), 'utf8'))
  expect(entries.length).toBeLessThanOrEqual(502)
})

test('asking for the own passphrase counts like a sign-in', async () => {
  const ask = (passphrase: string) => verifyOwnPassphrase(t, { personId: nurse.personId, passphrase })
  expect(await ask(nurse.passphrase)).toEqual({ kind: 'right' })
  expect(await ask(admin.passphrase)).toMatchObject({ kind: 'wrong' })
  await times(4, () => ask('wrong again and again'))
  expect(await ask(nurse.passphrase)).toMatchObject({ kind: 'wait', seconds: 30 })
})

test('the counter on the disk names nobody', async () => {
  await wrong()
  expect(readFileSync(path.join(t.folder, 'lockout.json'), 'utf8').toLowerCase()).not.toContain('nina')
})

test('what happened before the unlock stands in the history after it, once, without a name that was typed', async () => {
  await wrong()
  await wrong('typed-my-passphrase-here')
  const log = path.join(t.folder, 'side-log.jsonl')
  expect(readFileSync(log, 'utf8')).not.toContain('typed')
  const copy = readFileSync(log)
  const store = t.open()
  expect(chainInSideLog(store, t.folder, anOrigin())).toBe(2)
  expect(chainInSideLog(store, t.folder, anOrigin())).toBe(0)
  // A crash between commit and removal leaves the file behind.
  writeFileSync(`${log}.taken`, copy)
  chainInSideLog(store, t.folder, anOrigin())
  const rows = store.read(db => db.all(sql`SELECT detail FROM audit WHERE action = 'sign-in.refused' ORDER BY seq DESC`))
  expect(rows.map(row => JSON.parse(String(row['detail'])))).toEqual([{ happenedAt: t.clock.now(), personId: null }, { happenedAt: t.clock.now(), personId: nurse.personId }])
  store.close()
})
