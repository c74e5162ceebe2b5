import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '#electron/store/driver.ts'
import { createDatabase, isPlaintext, openDatabase } from '#electron/store/open-database.ts'
import { Store } from '#electron/store/store.ts'
import { sql } from '#electron/store/sql.ts'
import { addPatient } from '#tests/support/profile.ts'
import { temporaryFolder, testAt, testKey, testStore, type TestStore } from '#tests/support/store.ts'

let t: TestStore
beforeEach(() => { t = testStore() })
afterEach(() => { t.close() })

test('the file begins like noise, never like a database', () => {
  expect(isPlaintext(t.file)).toBe(false)
  const plain = path.join(t.folder, 'plain.db')
  const connection = connect(plain, { mustExist: false })
  connection.exec('CREATE TABLE x (a)')
  connection.close()
  expect(isPlaintext(plain)).toBe(true)
  expect(() => openDatabase({ file: plain, key: testKey, use: 'writer' })).toThrow('The data file is damaged.')
  expect(readFileSync(plain).subarray(0, 15).toString()).toBe('SQLite format 3')
})

test('no saved word stands readable in the file, its log or beside it', () => {
  addPatient(t.store, 987_654)
  for (const name of readdirSync(t.folder)) {
    const bytes = readFileSync(path.join(t.folder, name))
    expect(bytes.includes('Sample987654'), name).toBe(false)
    expect(bytes.includes(Buffer.from('Sample987654', 'utf16le')), name).toBe(false)
  }
})

test('sorting more than fits into the cache writes nothing into the temporary folder', () => {
  const connection = openDatabase({ file: t.file, key: testKey, use: 'reader', cacheKiB: 64 })
  expect(connection.pragma('temp_store', { simple: true })).toBe(2)
  connection.close()
})

test.each(['writer', 'reader'] as const)('every protective setting reads back on a %s connection', use => {
  t.store.close()
  const connection = openDatabase({ file: t.file, key: testKey, use })
  const found = ['cipher', 'temp_store', 'locking_mode', 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'recursive_triggers', 'mmap_size'].map(name => connection.pragma(name, { simple: true }))
  expect(found).toEqual(['sqlcipher', 2, 'normal', 'wal', 2, 1, 0, 1, 1, 0])
  if (use === 'writer') expect(connection.pragma('secure_delete', { simple: true })).toBe(1)
  connection.close()
})

test('a reader cannot write', () => {
  const connection = openDatabase({ file: t.file, key: testKey, use: 'reader' })
  expect(() => connection.exec("INSERT INTO draft VALUES ('a','b','c','d','e','{}','f')")).toThrow(/readonly/)
  connection.close()
})

test('a key of 31 or 33 bytes is refused instead of being taken for a passphrase', () => {
  for (const length of [0, 31, 33]) expect(() => openDatabase({ file: t.file, key: Buffer.alloc(length, 7), use: 'reader' })).toThrow(RangeError)
})

test('a missing file is never made up', () => {
  const file = path.join(t.folder, 'not-there.db')
  expect(() => openDatabase({ file, key: testKey, use: 'writer' })).toThrow(`The data file is not at ${file}.`)
  expect(existsSync(file)).toBe(false)
})

test('nothing is ever made over something that is there', () => {
  const before = readFileSync(t.file)
  expect(() => createDatabase({ file: t.file, key: testKey })).toThrow()
  expect(() => Store.create({ file: t.file, anchorFile: path.join(t.folder, 'x.anchor'), key: testKey, at: testAt })).toThrow()
  expect(readFileSync(t.file).equals(before)).toBe(true)
})

test('a store of a newer version is refused and left as it is', () => {
  t.store.close()
  const connection = openDatabase({ file: t.file, key: testKey, use: 'writer' })
  connection.pragma('user_version = 99')
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.close()
  const before = readFileSync(t.file)
  expect(() => t.reopen()).toThrow(/newer version of Caseboard \(99, this one knows \d+\)\. Nothing has been changed\./)
  expect(readFileSync(t.file).equals(before)).toBe(true)
})

test('bytes behind the end are noticed, and the data is complete', () => {
  addPatient(t.store, 1)
  t.store.close()
  writeFileSync(t.file, Buffer.concat([readFileSync(t.file), Buffer.alloc(10, 7)]))
  const store = t.reopen()
  expect(store.hasTrailingBytes).toBe(true)
  expect(store.read(db => db.get(sql`SELECT count(*) n FROM patient`))).toEqual({ n: 1 })
})

test('a copy opens under the same key with the file it was copied from closed', () => {
  addPatient(t.store, 1)
  const folder = temporaryFolder('copy')
  const copy = path.join(folder, 'copy.db')
  t.store.copyTo(copy)
  expect(isPlaintext(copy)).toBe(false)
  const connection = openDatabase({ file: copy, key: testKey, use: 'copy' })
  expect(connection.prepare('SELECT count(*) FROM patient').pluck().get()).toBe(1)
  connection.close()
  expect(statSync(copy).size % 4096).toBe(0)
})
