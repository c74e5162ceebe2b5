import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReader, type Reader } from '#electron/store/reader-client.ts'
import { CancelledError, StoreError } from '#electron/store/store-error.ts'
import { addPatient } from '#tests/support/profile.ts'
import { testKey, testStore, type TestStore } from '#tests/support/store.ts'

let t: TestStore
let reader: Reader
beforeEach(() => {
  t = testStore()
  for (let n = 1; n <= 20; n++) addPatient(t.store, n)
  reader = createReader({ file: t.file, key: () => testKey, cacheKiB: 2_048 })
})
afterEach(async () => {
  await reader.close()
  t.close()
})

test('the reader sees what the writer has committed, while the writer stays open', async () => {
  expect(await reader.run('verifyChain', null)).toMatchObject({ count: 20, brokenAt: null })
  addPatient(t.store, 21)
  expect(await reader.run('verifyChain', null)).toMatchObject({ count: 21 })
  expect(await reader.run('verifyRows', null)).toEqual({ checked: 21, findings: [] })
  expect(await reader.run('quickCheck', null)).toBe('ok')
  expect(await reader.run('brokenReferences', null)).toBe(0)
})

test('a cancelled job ends; the next one runs', async () => {
  const cancel = new AbortController()
  const running = reader.run('searchPatients', { text: 'sample', birthDates: [] }, { signal: cancel.signal }).catch((error: unknown) => error)
  const other = reader.run('searchPatients', { text: 'sample', birthDates: [] })
  cancel.abort()
  expect(await running).toBeInstanceOf(CancelledError)
  await expect(other).resolves.toBeDefined()
  await expect(reader.run('quickCheck', null, { signal: AbortSignal.abort() })).rejects.toThrow(CancelledError)
  const long = new AbortController()
  const check = reader.run('verifyRows', null, { signal: long.signal }).catch((error: unknown) => error)
  long.abort()
  expect(await check).toBeInstanceOf(CancelledError)
  expect(await reader.run('quickCheck', null)).toBe('ok')
})

test('a store that cannot be opened is said so, not waited for', async () => {
  const wrong = createReader({ file: t.file, key: () => Buffer.alloc(32, 9) })
  await expect(wrong.run('quickCheck', null)).rejects.toMatchObject({ name: 'StoreError', kind: 'damaged' })
  await expect(wrong.run('searchNotes', { text: 'x' })).rejects.toBeInstanceOf(StoreError)
  await wrong.close()
  const missing = createReader({ file: `${t.file}.not-there`, key: () => testKey })
  await expect(missing.run('quickCheck', null)).rejects.toMatchObject({ name: 'StoreError', kind: 'missing' })
  await missing.close()
})

test('a reader that rests cancels what is running and works again', async () => {
  const running = reader.run('verifyRows', null).catch((error: unknown) => error)
  await reader.rest()
  expect(await running).toBeInstanceOf(CancelledError)
  expect(await reader.run('quickCheck', null)).toBe('ok')
})

test('a closed reader cancels what is left', async () => {
  const running = reader.run('verifyRows', null).catch((error: unknown) => error)
  await reader.close()
  expect(await running).toBeInstanceOf(CancelledError)
  await expect(reader.run('quickCheck', null)).rejects.toThrow(CancelledError)
})

test('a failure of a job leaves as the store error it is', async () => {
  await expect(reader.run('backupInto', { file: `${t.folder}/no/such/folder/x.db` })).rejects.toThrow(StoreError)
})
