import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { toReplyError } from '#electron/ipc/reply-error.ts'
import { silentLog } from '#electron/platform/log.ts'
import { listBackups } from '#electron/store/backup-manifest.ts'
import { lastBackup, rememberBackup } from '#electron/store/backup-place.ts'
import { backupBeforeMigration, backupNow } from '#electron/store/backup.ts'
import { acquireProfileLock } from '#electron/store/lock-db.ts'
import { problemOf, StoreError } from '#electron/store/store-error.ts'
import { createReader } from '#electron/store/reader-client.ts'
import { seededIds } from '#tests/support/clock.ts'
import { testProfile } from '#tests/support/profile.ts'
import { anOrigin, temporaryFolder, testAt, testStore } from '#tests/support/store.ts'

/** Section 5 of the security reference: what the disk says becomes the person's sentence, on every way out. */

const failure = (code: string): Error => Object.assign(new Error(`${code}: something of the system`), { code })
const asReply = (error: unknown) => toReplyError({ ids: seededIds(), log: silentLog }, 'session.signIn', error)

test.each([
  ['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'], ['SQLITE_FULL', 'disk-full'], ['EROFS', 'read-only-disk'], ['SQLITE_READONLY', 'read-only-disk'], ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'], ['SQLITE_CANTOPEN', 'no-permission'], ['EIO', 'not-saved'], ['SQLITE_IOERR_WRITE', 'not-saved'], ['SQLITE_IOERR_READ', 'disk-error'],
])('%s is %s, from the store and from everything else', (code, problem) => {
  expect(problemOf(failure(code), '/x')?.kind).toBe(problem)
  expect(asReply(failure(code))).toMatchObject({ code: 'store', problem })
})

test('a mistake of ours stays a reference', () => {
  expect(asReply(failure('SQLITE_ERROR'))).toMatchObject({ code: 'unexpected' })
})

test('a folder in the place of lock.json keeps nobody from the profile: it only says who has it', () => {
  const folder = temporaryFolder('full')
  mkdirSync(path.join(folder, 'lock.json'))
  writeFileSync(path.join(folder, 'lock.json', 'x'), '')
  const lock = acquireProfileLock(folder, { at: testAt })
  expect(() => acquireProfileLock(folder, { at: testAt })).toThrow('Already open')
  rmSync(path.join(folder, 'lock.json'), { recursive: true })
  lock.release()
})

test('the seal’s file that cannot be written to is said as what it is', () => {
  const t = testStore()
  t.store.close()
  chmodSync(path.join(t.folder, 'store.anchor'), 0o400)
  withoutRootsRights([t.folder, t.file], () => {
    expect(() => t.reopen()).toThrow('no permission')
  })
})

describe('a backup', () => {
  test('is never made on the disk beneath one that is not plugged in', async () => {
    const t = await testProfile()
    const store = t.open()
    const reader = createReader({ file: t.unlocked.storeFile, key: () => t.unlocked.dataKey, cacheKiB: 2_048 })
    const folder = path.join(temporaryFolder('stick'), 'mounted', 'here')
    const make = () => backupNow({ keys: t.unlocked, reader, folder, reason: 'asked', at: testAt })
    await expect(make()).rejects.toThrow('Is its disk plugged in?')
    mkdirSync(folder, { recursive: true })
    expect(await make()).toMatchObject({ reason: 'asked' })
    await reader.close()
    store.close()
  })

  test('before a migration goes beside the store when the last folder is not there', async () => {
    const t = await testProfile()
    rememberBackup(t.folder, { folder: '/no/such/folder', at: testAt, auditCount: 1 })
    backupBeforeMigration(t.unlocked, testAt)
    expect(lastBackup(t.folder)?.folder).toBe(path.join(t.folder, 'backups'))
  })

  test('folder that is a file holds no backups; one that may not be read is said so', () => {
    const file = path.join(temporaryFolder('place'), 'file')
    writeFileSync(file, '')
    expect(listBackups(file)).toEqual([])
    const closed = path.join(temporaryFolder('place'), 'closed')
    mkdirSync(closed, { mode: 0 })
    withoutRootsRights([], () => {
      expect(() => listBackups(closed)).toThrow(StoreError)
    })
  })
})

test('a store that was closed while a request waited says what to do, and closing it twice is fine', () => {
  const t = testStore()
  t.store.close()
  t.store.close()
  for (const ask of [() => t.store.read(() => null), () => t.store.write(anOrigin(), () => null)]) expect(ask).toThrow('This was not saved. What was saved before is safe. Try again.')
  t.close()
})

const NOBODY = 65_534

/** Root may read and write everything: where the tests run as root, `work` runs as nobody, to whom `own` is given. */
function withoutRootsRights(own: readonly string[], work: () => void): void {
  if (process.getuid?.() !== 0) {
    work()
    return
  }
  for (const file of own) chownSync(file, NOBODY, NOBODY)
  process.seteuid?.(NOBODY)
  try {
    work()
  } finally {
    process.seteuid?.(0)
  }
}
