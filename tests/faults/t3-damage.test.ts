import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '#shared/kernel/instant.ts'
import { signIn } from '#electron/security/sign-in.ts'
import { problemOfAnchor } from '#electron/store/anchor.ts'
import { rememberBackup, withRestoreAdvice } from '#electron/store/backup-place.ts'
import { connect } from '#electron/store/driver.ts'
import { StoreError, problemOf } from '#electron/store/store-error.ts'
import { acquireProfileLock } from '#electron/store/lock-db.ts'
import { momentInWords, storeSentence } from '#electron/store/store-messages.ts'
import { Store } from '#electron/store/store.ts'
import { quickCheck } from '#electron/store/verify.ts'
import { sql } from '#electron/store/sql.ts'
import { addPatient, countPatients, nurse, testProfile, type TestProfile } from '#tests/support/profile.ts'
import { temporaryFolder, testAt } from '#tests/support/store.ts'
import { runChild } from './child-process.ts'

/** T3: the damage matrix of `security.md` 5. Each case is met by its own sentence and by nothing else; a damaged file is left byte for byte. */

const backupAt = instant('2026-11-21T22:00:00.000Z')
const time = momentInWords(testAt)
const damaged = `The data file is damaged. Nothing has been changed. Restore the backup of ${momentInWords(backupAt)} (4 changes newer than it would be lost).`
const missing = (n: number) => `The last ${n} changes before ${time} are missing. Everything older is intact. Enter what is missing again, or restore a backup.`
const older = `This file is older than the last one used here (${time}). Nothing has been changed. Bring back the newer file, or ask an administrator to accept this one.`

let t: TestProfile
let scene: string
let good: Buffer
let live: { db: Buffer; wal: Buffer; anchor: Buffer }
let old: Buffer
let anchor: Buffer
let elsewhere: { db: Buffer; wal: Buffer }
const file = () => path.join(scene, 'store-1-000000000000.db')
const anchorFile = () => file().replace('.db', '.anchor')

beforeAll(async () => {
  t = await testProfile()
  scene = temporaryFolder('damage')
  const store = t.open()
  store.checkpoint()
  old = readFileSync(t.unlocked.storeFile)
  for (let n = 2; n <= 60; n++) addPatient(store, n)
  store.checkpoint()
  for (let n = 61; n <= 80; n++) addPatient(store, n)
  live = { db: readFileSync(t.unlocked.storeFile), wal: readFileSync(`${t.unlocked.storeFile}-wal`), anchor: readFileSync(t.unlocked.anchorFile) }
  store.close()
  good = readFileSync(t.unlocked.storeFile)
  anchor = readFileSync(t.unlocked.anchorFile)
  const other = await testProfile()
  const otherStore = other.open()
  for (let n = 2; n <= 20; n++) addPatient(otherStore, n)
  elsewhere = { db: readFileSync(other.unlocked.storeFile), wal: readFileSync(`${other.unlocked.storeFile}-wal`) }
  otherStore.close()
  rememberBackup(scene, { folder: '/nowhere', at: backupAt, auditCount: 76 })
})
afterAll(() => { rmSync(scene, { recursive: true, force: true }) })

/** What the person would see: nothing (`null`) or one sentence. Opens, checks every page, reads every row. */
function seen(): { sentence: string | null; patients: number | null; trailing: boolean } {
  let store: Store | null = null
  try {
    const keys = { folder: scene, anchorFile: anchorFile(), dataKey: t.unlocked.dataKey }
    return withRestoreAdvice(keys, () => {
      store = Store.open({ file: file(), anchorFile: anchorFile(), key: t.unlocked.dataKey, at: testAt, cacheKiB: 4_096 })
      const patients = checkAll(store)
      return { sentence: sentenceOf(store), patients, trailing: store.hasTrailingBytes }
    })
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { sentence: error.message, patients: null, trailing: false }
  } finally {
    closed(store)
  }
}

function checkAll(store: Store): number {
  store.read(db => {
    if (quickCheck(db) !== 'ok') throw new StoreError({ kind: 'damaged', backup: null })
    db.all(sql`SELECT * FROM patient`)
  })
  return countPatients(store)
}

function sentenceOf({ anchorState }: Store): string | null {
  const problem = problemOfAnchor(anchorState)
  return problem === null ? null : storeSentence(problem)
}

function closed(store: Store | null): void {
  try {
    store?.close()
  } catch (error) {
    if (problemOf(error, file()) === null) throw error
  }
}

function lay({ db = good, wal, seal = anchor }: { db?: Buffer | null; wal?: Buffer; seal?: Buffer }): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file() + end, { recursive: true, force: true })
  if (db !== null) writeFileSync(file(), db)
  if (wal !== undefined) writeFileSync(`${file()}-wal`, wal)
  writeFileSync(anchorFile(), seal)
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
const page = (n: number) => (n - 1) * 4096

describe('cut, overwritten or swapped: damaged, and byte for byte as it was', () => {
  const cases: [string, () => Buffer][] = [
    ['a file of no bytes', () => Buffer.alloc(0)],
    ...[1, 15, 16, 100, 4095, 4096, 4097].map((n): [string, () => Buffer] => [`cut to ${n} bytes`, () => good.subarray(0, n)]),
    ['cut in half', () => good.subarray(0, good.length >> 1)],
    ['cut by a page', () => good.subarray(0, good.length - 4096)],
    ['cut by one byte', () => good.subarray(0, good.length - 1)],
    ['first page zeroed', () => Buffer.concat([Buffer.alloc(4096), good.subarray(4096)])],
    ['salt changed', () => flipped(good, 3)],
    ['two pages swapped', () => Buffer.concat([good.subarray(0, page(5)), good.subarray(page(6), page(7)), good.subarray(page(5), page(6)), good.subarray(page(7))])],
    ['a page of noise', () => Buffer.concat([good.subarray(0, page(9)), Buffer.alloc(4096, 0x5a), good.subarray(page(10))])],
    ['a text file', () => Buffer.from('hello world '.repeat(1_000))],
    ['another key’s store', () => elsewhere.db],
    ['an unencrypted database', plainDatabase],
  ]
  test.each(cases)('%s', (_name, bytes) => {
    const before = bytes()
    lay({ db: before })
    expect(seen()).toEqual({ sentence: damaged, patients: null, trailing: false })
    expect(readFileSync(file()).equals(before)).toBe(true)
  })
})

describe('whole, or whole enough', () => {
  test('a sound file opens without a word', () => {
    lay({})
    expect(seen()).toEqual({ sentence: null, patients: 80, trailing: false })
  })

  test('a file with a hot log opens without a word', () => {
    lay({ db: live.db, wal: live.wal, seal: live.anchor })
    expect(seen()).toEqual({ sentence: null, patients: 80, trailing: false })
  })

  test.each([['ten bytes', Buffer.alloc(10, 7)], ['a page', Buffer.alloc(4096, 9)]])('%s behind the end are noticed and hurt nothing', (_name, junk) => {
    lay({ db: Buffer.concat([good, junk]) })
    expect(seen()).toEqual({ sentence: null, patients: 80, trailing: true })
  })

  test('its own finished log laid beside it again changes nothing', () => {
    lay({ wal: live.wal })
    expect(seen()).toEqual({ sentence: null, patients: 80, trailing: false })
  })

  test('the log of another key’s database makes it unreadable, but not for good', () => {
    lay({ wal: elsewhere.wal })
    expect(seen().sentence).toBe(damaged)
    expect(readFileSync(file()).equals(good)).toBe(true)
    lay({ db: readFileSync(file()) })
    expect(seen()).toEqual({ sentence: null, patients: 80, trailing: false })
  })
})

describe('opens with rows missing, which the database itself does not notice', () => {
  test('log deleted', () => {
    lay({ db: live.db, seal: live.anchor })
    expect(seen()).toEqual({ sentence: missing(20), patients: 60, trailing: false })
  })

  test('log cut in half', () => {
    lay({ db: live.db, wal: live.wal.subarray(0, live.wal.length >> 1), seal: live.anchor })
    const { sentence, patients } = seen()
    expect(patients).toBeGreaterThan(60)
    expect(sentence).toBe(missing(80 - Number(patients)))
  })

  test('one bit flipped in the log', () => {
    lay({ db: live.db, wal: flipped(live.wal, (live.wal.length >> 1) + 100), seal: live.anchor })
    const { sentence, patients } = seen()
    expect(sentence).toBe(missing(80 - Number(patients)))
  })

  test('an older copy of the whole file', () => {
    lay({ db: old })
    expect(seen()).toEqual({ sentence: older, patients: 1, trailing: false })
  })
})

describe('not to be opened at all', () => {
  test('a file that is not there is not made up', () => {
    lay({ db: null })
    expect(seen().sentence).toBe(`The data file is not at ${file()}. Nothing has been changed. Bring it back to that place or restore a backup.`)
    expect(existsSync(file())).toBe(false)
  })

  test('a folder in its place', () => {
    lay({ db: null })
    mkdirSync(file())
    expect(seen().sentence).toBe(`Cannot open ${file()}: no permission.`)
  })

  test('a wrong passphrase is a wrong passphrase, not damage', async () => {
    expect(await signIn(t, { signInName: nurse.signInName, passphrase: 'not the one at all' })).toMatchObject({ message: 'That passphrase is not right. 4 tries before a wait.' })
  })

  test('a second program', async () => {
    const run = runChild('hold-store', [scene, 'hold'])
    await run.ready
    try {
      const expected = `Already open by ${os.userInfo().username} on ${os.hostname()} since ${momentInWords(instant('2026-11-22T07:02:00.000Z'))}.`
      expect(() => acquireProfileLock(scene, { at: testAt })).toThrow(expected)
    } finally {
      run.child.kill('SIGKILL')
      await run.ended
    }
  })
})

function plainDatabase(): Buffer {
  const plain = path.join(scene, 'plain.db')
  rmSync(plain, { force: true })
  const connection = connect(plain, { mustExist: false })
  connection.exec('CREATE TABLE n (id, a); INSERT INTO n VALUES (1, 2)')
  connection.close()
  const copy = path.join(scene, 'plain-copy.db')
  copyFileSync(plain, copy)
  return readFileSync(copy)
}
