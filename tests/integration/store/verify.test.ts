import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Connection } from '#electron/store/driver.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { quickCheck, verifyChain, verifyRows } from '#electron/store/verify.ts'
import { sql } from '#electron/store/sql.ts'
import { plainId } from '#tests/support/plain-id.ts'
import { addPatient } from '#tests/support/profile.ts'
import { anOrigin, testKey, testStore, type TestStore } from '#tests/support/store.ts'

let t: TestStore
beforeEach(() => {
  t = testStore()
  for (let n = 1; n <= 30; n++) addPatient(t.store, n)
})
afterEach(() => { t.close() })

/** Somebody with the key but without the program. */
const tamper = (work: (connection: Connection) => void) => {
  t.store.close()
  const connection = openDatabase({ file: t.file, key: testKey, use: 'writer' })
  for (const trigger of ['audit_keep_update', 'audit_keep_delete', 'audit_record_keep_update', 'audit_record_keep_delete']) connection.exec(`DROP TRIGGER ${trigger}`)
  connection.pragma('foreign_keys = OFF')
  work(connection)
  connection.close()
  return t.reopen()
}
const brokenAt = () => t.store.read(db => verifyChain(db)).brokenAt
const found = () => t.store.read(db => verifyRows(db)).findings

test('an untouched store has nothing to report', () => {
  expect(t.store.read(db => verifyChain(db))).toMatchObject({ count: 30, brokenAt: null })
  expect(t.store.read(db => verifyRows(db))).toEqual({ checked: 30, findings: [] })
})

test.each([
  ['a line edited', "UPDATE audit SET actor_id = 'x' WHERE seq = 7", 7],
  ['a line removed', 'DELETE FROM audit WHERE seq = 7', 7],
  ['two lines swapped', 'UPDATE audit SET seq = -7 WHERE seq = 7; UPDATE audit SET seq = 7 WHERE seq = 8; UPDATE audit SET seq = 8 WHERE seq = -7', 7],
  ['a line forged at the end', `INSERT INTO audit (seq, at, action, prev_hash, hash) SELECT 31, at, action, hash, '${'a'.repeat(64)}' FROM audit WHERE seq = 30`, 31],
  ['a record’s state edited', `UPDATE audit_record SET hash = '${'b'.repeat(64)}' WHERE audit_seq = 9`, 9],
  ['a record’s state removed', 'DELETE FROM audit_record WHERE audit_seq = 9', 9],
])('%s breaks the chain there', (_name, statement, seq) => {
  tamper(connection => { connection.exec(statement) })
  expect(brokenAt()).toBe(seq)
})

test('a cut tail leaves the chain whole: only the anchor tells', () => {
  tamper(connection => { connection.exec('DELETE FROM audit_record WHERE audit_seq > 25; DELETE FROM audit WHERE seq > 25; DELETE FROM patient WHERE id > 25') })
  expect(brokenAt()).toBeNull()
  expect(t.store.anchorState).toMatchObject({ kind: 'behind', missing: 5 })
})

test('a row edited, added or removed around the door is found', () => {
  const [edited, added, gone] = [plainId('patient', 3), plainId('patient', 99), plainId('patient', 5)]
  tamper(connection => {
    connection.exec(`UPDATE patient SET mrn = '25 mg' WHERE id = '${edited}'; DELETE FROM patient WHERE id = '${gone}';
      INSERT INTO patient (id, version, family_name, sort_name, sex, deceased, created_at, updated_at) VALUES ('${added}', 1, 'x', 'x', 'unknown', 'unknown', 'a', 'a')`)
  })
  expect(brokenAt()).toBeNull()
  expect(found()).toEqual([
    { table: 'patient', id: edited, kind: 'altered' }, { table: 'patient', id: added, kind: 'unrecorded' }, { table: 'patient', id: gone, kind: 'vanished' },
  ])
})

test('an older page put back is found, although the database itself finds nothing wrong', () => {
  t.store.checkpoint()
  const before = readFileSync(t.file)
  t.store.write(anOrigin(), db => {
    db.run(sql`UPDATE patient SET version = 2, prefix = 'Dr' WHERE id = ${plainId('patient', 10)}`)
    db.audit({ action: 'patient.corrected', entity: 'patient', entityId: plainId('patient', 10) })
  })
  const patientPage = Number(t.store.read(db => db.get(sql`SELECT rootpage FROM sqlite_schema WHERE name = 'patient'`))?.['rootpage'])
  t.store.close()
  const after = readFileSync(t.file)
  const changed = [...Array(Math.floor(before.length / 4096)).keys()].filter(p => !before.subarray(p * 4096, (p + 1) * 4096).equals(after.subarray(p * 4096, (p + 1) * 4096)))
  expect(changed.length).toBeGreaterThan(1)
  const results = changed.filter(p => p > 0).map(p => {
    const mixed = Buffer.from(after)
    before.copy(mixed, p * 4096, p * 4096, (p + 1) * 4096)
    writeFileSync(t.file, mixed)
    return p === patientPage - 1 || looksAltered()
  })
  expect(results.some(Boolean)).toBe(true)
  writeFileSync(t.file, after)
  expect(t.reopen().anchorState.kind).toBe('in-step')
})

/** True when our own checks notice; a page SQLite itself refuses counts too. */
function looksAltered(): boolean {
  try {
    const store = t.reopen()
    const isSilent = store.read(db => quickCheck(db) === 'ok' && verifyRows(db).findings.length === 0 && verifyChain(db).brokenAt === null) && store.anchorState.kind === 'in-step'
    store.close()
    return !isSilent
  } catch {
    return true
  }
}
