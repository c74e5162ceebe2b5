import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readKeyring, unlockWithPassphrase, unlockWithRecovery } from '#electron/security/keyring.ts'
import { Anchor, compareWithAnchor } from '#electron/store/anchor.ts'
import { readHead } from '#electron/store/audit-writer.ts'
import { backupBeforeMigration, listBackups } from '#electron/store/backup.ts'
import type { Connection } from '#electron/store/driver.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { restoreBackup } from '#electron/store/restore.ts'
import { Statements } from '#electron/store/statements.ts'
import { StoreError, problemOf } from '#electron/store/store-error.ts'
import { addPatient, nurse, testProfile, type TestProfile } from '#tests/support/profile.ts'
import { temporaryFolder, testAt } from '#tests/support/store.ts'
import { seeded } from './child-process.ts'

const FLIPS = 1_000
const seed = Math.floor(Math.random() * 2 ** 32)
const random = seeded(seed)

let t: TestProfile
let folder: string
let db: Buffer
let wal: Buffer
let anchor: Buffer
let whole: string
const file = () => path.join(folder, 'store.db')

beforeAll(async () => {
  t = await testProfile()
  const base = existsSync('/dev/shm') ? '/dev/shm' : temporaryFolder('flips')
  folder = path.join(base, `caseboard-flips-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const store = t.open()
  for (let n = 2; n <= 40; n++) addPatient(store, n)
  store.checkpoint()
  for (let n = 41; n <= 60; n++) addPatient(store, n)
  db = readFileSync(t.unlocked.storeFile)
  wal = readFileSync(`${t.unlocked.storeFile}-wal`)
  anchor = readFileSync(t.unlocked.anchorFile)
  store.close()
  writeFileSync(file(), db)
  writeFileSync(path.join(folder, 'store.anchor'), anchor)
  const connection = openDatabase({ file: file(), key: t.unlocked.dataKey, use: 'writer', cacheKiB: 4_096 })
  whole = digest(connection)
  connection.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  console.log(`T4: seed ${seed}`)
})

/** Everything a person could read. */
function digest(connection: Connection): string {
  const hash = createHash('sha256')
  for (const table of ['patient', 'audit', 'audit_record', 'migration']) hash.update(JSON.stringify(connection.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()))
  return hash.digest('hex')
}

/** `refused` by an error the person is told about, else what was read. */
function read<T>(work: (connection: Connection) => T): T | 'refused' {
  let connection: Connection | null = null
  try {
    connection = openDatabase({ file: file(), key: t.unlocked.dataKey, use: 'writer', cacheKiB: 4_096 })
    return work(connection)
  } catch (error) {
    if (problemOf(error, file()) === null) throw error
    return 'refused'
  } finally {
    connection?.close()
  }
}

test('a bit flipped anywhere in the data file is refused or touches nothing anyone reads', () => {
  const outcomes = { refused: 0, unread: 0 }
  writeFileSync(file(), db)
  for (let i = 0; i < FLIPS; i++) {
    const at = Math.floor(random() * db.length)
    put(at, (db[at] ?? 0) ^ (1 << Math.floor(random() * 8)))
    const found = read(connection => (connection.pragma('quick_check', { simple: true }) === 'ok' ? digest(connection) : 'refused'))
    put(at, db[at] ?? 0)
    if (found === 'refused') outcomes.refused++
    else if (found === whole) outcomes.unread++
    else throw new Error(`Wrong data was read silently: byte ${at}.`)
  }
  expect(outcomes.refused + outcomes.unread).toBe(FLIPS)
  expect(outcomes.refused).toBeGreaterThan(FLIPS * 0.9)
})

test('a bit flipped anywhere in the write-ahead log loses only the last saves, and the anchor says so', () => {
  const outcomes = { complete: 0, told: 0 }
  for (let i = 0; i < FLIPS; i++) {
    const at = Math.floor(random() * wal.length)
    const bad = Buffer.from(wal)
    bad[at] = (bad[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    for (const end of ['-wal', '-shm']) rmSync(file() + end, { force: true })
    writeFileSync(file(), db)
    writeFileSync(`${file()}-wal`, bad)
    const found = read(connection => ({ patients: Number(connection.prepare('SELECT count(*) FROM patient').pluck().get()), lines: readHead(new Statements(connection)).count, kind: anchorKind(connection) }))
    if (found === 'refused') throw new Error('Refused: the log alone never makes the file unreadable.')
    expect(found.patients).toBe(found.lines)
    expect(found.kind).toBe(found.lines === 60 ? 'in-step' : 'behind')
    if (found.lines === 60) outcomes.complete++
    else outcomes.told++
  }
  for (const end of ['-wal', '-shm']) rmSync(file() + end, { force: true })
  expect(outcomes.told).toBeGreaterThan(FLIPS / 2)
})

test('a bit flipped anywhere in a backup is refused, or the restore is exact', async () => {
  backupBeforeMigration(t.unlocked, testAt)
  const [backup] = listBackups(path.join(t.folder, 'backups'))
  if (backup === undefined) throw new Error('no backup')
  const profile = path.join(folder, 'restored')
  const outcomes = { refused: 0, exact: 0 }
  const names = readdirSync(backup.folder)
  for (let i = 0; i < FLIPS; i++) {
    // Small files get their share too: by size alone nearly every flip would fall into the database.
    const place = path.join(backup.folder, names[i % names.length] ?? '')
    const bytes = readFileSync(place)
    const at = Math.floor(random() * bytes.length)
    const bad = Buffer.from(bytes)
    bad[at] = (bad[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    writeFileSync(place, bad)
    const isExact = await restores(backup.folder, profile, backup.at)
    writeFileSync(place, bytes)
    if (isExact) outcomes.exact++
    else outcomes.refused++
  }
  expect(outcomes.refused).toBeGreaterThan(FLIPS / 2)
})

test('a bit flipped anywhere in the key file is refused or opens the same key, never another one', async () => {
  const place = path.join(t.folder, 'keyring.json')
  const bytes = readFileSync(place)
  rmSync(path.join(t.folder, 'keyring.previous.json'))
  const outcomes = { refused: 0, same: 0 }
  for (let i = 0; i < FLIPS; i++) {
    const at = Math.floor(random() * bytes.length)
    const bad = Buffer.from(bytes)
    bad[at] = (bad[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    writeFileSync(place, bad)
    const key = await openedKey()
    if (key === null) outcomes.refused++
    else if (key.equals(t.unlocked.dataKey)) outcomes.same++
    else throw new Error(`Another key came out: byte ${at}.`)
  }
  writeFileSync(place, bytes)
  expect(await openedKey()).not.toBeNull()
  expect(outcomes.refused).toBeGreaterThan(FLIPS / 2)
})

function anchorKind(connection: Connection): string {
  const point = new Anchor(path.join(folder, 'store.anchor'), t.unlocked.dataKey)
  const state = compareWithAnchor(point.read(), readHead(new Statements(connection)), seq => {
    const hash = connection.prepare('SELECT hash FROM audit WHERE seq = ?').pluck().get(BigInt(seq))
    return typeof hash === 'string' ? hash : null
  })
  point.close()
  return state.kind
}

async function restores(backup: string, profile: string, at: string): Promise<boolean> {
  rmSync(profile, { recursive: true, force: true })
  try {
    const answer = await restoreBackup({ backup, profile, secret: { kind: 'passphrase', signInName: nurse.signInName, passphrase: nurse.passphrase }, kdf: t.kdf, at: testAt, mayReplace: () => true })
    if (answer.kind !== 'restored') return false
    const unlocked = await unlockWithPassphrase(readKeyring(profile), t.kdf, nurse.signInName, nurse.passphrase)
    if (unlocked === null) throw new Error('Restored, but it does not open.')
    const connection = openDatabase({ file: unlocked.storeFile, key: unlocked.dataKey, use: 'copy', cacheKiB: 4_096 })
    const lines = connection.prepare('SELECT count(*) FROM audit').pluck().get()
    connection.close()
    if (lines !== 60 || answer.backup.at !== at) throw new Error('Restored something else than the backup.')
    return true
  } catch (error) {
    if (error instanceof StoreError) return false
    throw error
  }
}

async function openedKey(): Promise<Buffer | null> {
  try {
    const keyring = readKeyring(t.folder)
    const unlocked = (await unlockWithPassphrase(keyring, t.kdf, nurse.signInName, nurse.passphrase)) ?? unlockWithRecovery(keyring, t.recoveryWords)
    return unlocked?.dataKey ?? null
  } catch (error) {
    if (error instanceof StoreError) return null
    throw error
  }
}

function put(at: number, byte: number): void {
  const handle = openSync(file(), 'r+')
  writeSync(handle, Buffer.from([byte]), 0, 1, at)
  closeSync(handle)
}
