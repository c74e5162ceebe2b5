import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#electron/store/open-database.ts'
import { addPatient, countPatients } from '#tests/support/profile.ts'
import { anOrigin, testAt, testKey, testStore, type TestStore } from '#tests/support/store.ts'

let t: TestStore
let anchorFile: string
beforeEach(() => {
  t = testStore()
  anchorFile = path.join(t.folder, 'store.anchor')
  for (let n = 1; n <= 5; n++) addPatient(t.store, n)
})
afterEach(() => { t.close() })
const sideways = (name: string) => path.join(t.folder, name)
const keepCopy = (name: string) => {
  copyFileSync(t.file, sideways(`${name}.db`))
  if (existsSync(`${t.file}-wal`)) copyFileSync(`${t.file}-wal`, sideways(`${name}.wal`))
  copyFileSync(anchorFile, sideways(`${name}.anchor`))
}
/** Puts files back while the store is closed; `close` itself would write, so the parts are restored after it. */
const reopenWith = (parts: { db?: string; wal?: string | null; anchor?: string | null }) => {
  t.store.close()
  if (parts.db !== undefined) copyFileSync(sideways(parts.db), t.file)
  rmSync(`${t.file}-wal`, { force: true })
  rmSync(`${t.file}-shm`, { force: true })
  if (parts.wal) copyFileSync(sideways(parts.wal), `${t.file}-wal`)
  if (parts.anchor === null) rmSync(anchorFile)
  else if (parts.anchor !== undefined) copyFileSync(sideways(parts.anchor), anchorFile)
  return t.reopen()
}

test('a store closed in peace is in step with its anchor', () => {
  expect(t.reopen().anchorState).toEqual({ kind: 'in-step' })
})

test('a database ahead of its anchor is what a crash leaves: silent, and in step after the next save', () => {
  keepCopy('before')
  addPatient(t.store, 6)
  const store = reopenWith({ anchor: 'before.anchor' })
  expect(store.anchorState).toEqual({ kind: 'ahead' })
  addPatient(store, 7)
  expect(store.anchorState).toEqual({ kind: 'in-step' })
  expect(t.reopen().anchorState).toEqual({ kind: 'in-step' })
})

test('a write-ahead log that got lost is said: how many changes before which time', () => {
  keepCopy('live')
  const store = reopenWith({ db: 'live.db', wal: null, anchor: 'live.anchor' })
  expect(store.anchorState).toEqual({ kind: 'behind', missing: 5, since: testAt, cause: 'lost-log' })
  expect(countPatients(store)).toBe(0)
})

test('an older copy of the whole file is told from a lost log', () => {
  t.store.checkpoint()
  keepCopy('old')
  addPatient(t.store, 6)
  t.store.checkpoint()
  const store = reopenWith({ db: 'old.db', wal: null })
  expect(store.anchorState).toMatchObject({ kind: 'behind', missing: 1, cause: 'older-file' })
})

describe('a warning', () => {
  test('about a missing anchor stays until an administrator accepts it, and nothing writes a new one by itself', () => {
    const store = reopenWith({ anchor: null })
    expect(store.anchorState).toEqual({ kind: 'absent' })
    addPatient(store, 8)
    store.checkpoint()
    expect(existsSync(anchorFile)).toBe(false)
    expect(t.reopen().anchorState).toEqual({ kind: 'absent' })
    t.store.acceptAnchor(anOrigin({ role: 'administrator' }), 'looked at with IT')
    expect(t.reopen().anchorState).toEqual({ kind: 'in-step' })
  })

  test('about an anchor somebody rewrote without the key stays too', () => {
    const forged = readFileSync(anchorFile, 'utf8').replaceAll(/"count":\d+/g, '"count":1')
    t.store.close()
    writeFileSync(anchorFile, forged)
    const store = t.reopen()
    expect(store.anchorState).toEqual({ kind: 'altered' })
    addPatient(store, 8)
    expect(readFileSync(anchorFile, 'utf8')).toBe(forged)
    store.acceptAnchor(anOrigin({ role: 'administrator' }), 'looked at with IT')
    expect(t.reopen().anchorState).toEqual({ kind: 'in-step' })
  })

  test('that was accepted does not come back after a crash', () => {
    keepCopy('live')
    const store = reopenWith({ db: 'live.db', wal: null, anchor: 'live.anchor' })
    store.acceptAnchor(anOrigin({ role: 'administrator' }), 'looked at with IT')
    keepCopy('killed')
    expect(reopenWith({ db: 'killed.db', wal: 'killed.wal', anchor: 'killed.anchor' }).anchorState).toEqual({ kind: 'in-step' })
  })

  test('about missing changes is not forgotten by working on', () => {
    keepCopy('live')
    const store = reopenWith({ db: 'live.db', wal: null, anchor: 'live.anchor' })
    for (let n = 11; n <= 20; n++) addPatient(store, n)
    expect(t.reopen().anchorState).toEqual({ kind: 'mismatch' })
  })
})

test('a torn write of one slot leaves the other one', () => {
  const bytes = readFileSync(anchorFile)
  t.store.close()
  for (const slot of [0, 512]) {
    const torn = Buffer.from(bytes)
    torn.fill(0, slot, slot + 300)
    writeFileSync(anchorFile, torn)
    expect(['in-step', 'ahead']).toContain(t.reopen().anchorState.kind)
    t.store.close()
  }
})

test('a history rewritten with the key in hand does not match the anchor', () => {
  t.store.close()
  const connection = openDatabase({ file: t.file, key: testKey, use: 'writer' })
  connection.exec(`DROP TRIGGER audit_keep_update; UPDATE audit SET hash = '${'f'.repeat(64)}' WHERE seq = 5`)
  connection.close()
  expect(t.reopen().anchorState).toEqual({ kind: 'mismatch' })
})
