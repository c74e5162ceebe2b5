import { createHash } from 'node:crypto'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '#electron/store/migrations/index.ts'
import type { Migration } from '#electron/store/migrations/migration.ts'
import { schemaVersion } from '#electron/store/migrate.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { Store } from '#electron/store/store.ts'
import { verifyChain, verifyRows } from '#electron/store/verify.ts'
import { sql } from '#electron/store/sql.ts'
import { addPatient, countPatients } from '#tests/support/profile.ts'
import { temporaryFolder, testAt, testKey } from '#tests/support/store.ts'

const folderWithStore = () => {
  const file = path.join(temporaryFolder('migrate'), 'store.db')
  const options = { file, anchorFile: file.replace('.db', '.anchor'), key: testKey, at: testAt, cacheKiB: 2_048 }
  const store = Store.create(options)
  for (let n = 1; n <= 3; n++) addPatient(store, n)
  store.close()
  return options
}
const next = (up: string, rewrites?: readonly string[]): readonly Migration[] => [...migrations, { version: migrations.length + 1, name: 'next', up, ...(rewrites === undefined ? {} : { rewrites }) }]

test('a step changes the schema and the version together, after its backup', () => {
  const options = folderWithStore()
  const calls: string[] = []
  const store = Store.open({ ...options, migrations: next('ALTER TABLE patient ADD COLUMN nickname TEXT'), beforeMigration: (from, to) => { calls.push(`${from}-${to}`) } })
  expect(calls).toEqual([`${migrations.length}-${migrations.length + 1}`])
  expect(store.schemaVersion).toBe(migrations.length + 1)
  expect(store.read(db => db.all(sql`SELECT nickname FROM patient`))).toHaveLength(3)
  store.close()
})

test('a new nullable column changes no record’s hash', () => {
  const store = Store.open({ ...folderWithStore(), migrations: next('ALTER TABLE patient ADD COLUMN nickname TEXT') })
  expect(store.read(db => verifyRows(db)).findings).toEqual([])
  store.close()
})

test('a step that rewrites records says so in the history, and the check still finds them as it left them', () => {
  const store = Store.open({ ...folderWithStore(), migrations: next("UPDATE patient SET prefix = 'Ms'", ['patient']) })
  expect(store.read(db => verifyRows(db)).findings).toEqual([])
  expect(store.read(db => verifyChain(db))).toMatchObject({ count: 4, brokenAt: null })
  expect(store.read(db => db.get(sql`SELECT action, actor_id FROM audit WHERE seq = 4`))).toEqual({ action: 'store.migrated', actor_id: 'system' })
  store.close()
})

test.each([
  ['a statement fails', 'CREATE TABLE one (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)', undefined],
  ['a reference would break', "PRAGMA defer_foreign_keys = ON; INSERT INTO patient_telecom (id, version, patient_id, kind, value, position) VALUES ('x', 1, 'nobody', 'phone', '1', 1)", undefined],
  ['its backup fails', 'CREATE TABLE one (a TEXT) STRICT', () => { throw new Error('no disk') }],
])('when %s the store stays at the version before, whole', (_name, up, beforeMigration) => {
  const options = folderWithStore()
  expect(() => Store.open({ ...options, migrations: next(up), ...(beforeMigration === undefined ? {} : { beforeMigration }) })).toThrow()
  const store = Store.open(options)
  expect([store.schemaVersion, countPatients(store), store.anchorState.kind]).toEqual([migrations.length, 3, 'in-step'])
  store.close()
})

/** What each released step was when it was released: a store built with it must not meet another text. A new step adds its line. */
const frozen: readonly string[] = [
  'db0845ed3814315b511fca2914b9cf3f769a1ad7667724ad4e456d5ebfe41c54',
]

test('a frozen step is the text it was, here and in the store that was built with it', () => {
  const hashes = migrations.map(({ up }) => createHash('sha256').update(up).digest('hex'))
  expect(hashes).toEqual(frozen)
  const { file } = folderWithStore()
  const connection = openDatabase({ file, key: testKey, use: 'reader' })
  expect(connection.prepare('SELECT hash FROM migration ORDER BY version').pluck().all()).toEqual(frozen)
  expect(schemaVersion(connection)).toBe(migrations.length)
  connection.close()
})

test('numbers are consecutive', () => {
  expect(() => Store.open({ ...folderWithStore(), migrations: [...migrations, { version: migrations.length + 2, name: 'gap', up: '' }] })).toThrow(/comes next/)
})
