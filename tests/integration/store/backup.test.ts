import { existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instant, plusMinutes, type Instant } from '#shared/kernel/instant.ts'
import { silentLog } from '#electron/platform/log.ts'
import { addPerson, readKeyring, unlockWithPassphrase, unlockWithRecovery } from '#electron/security/keyring.ts'
import { KEPT_BACKUPS, backupBeforeMigration, backupIfDue, backupNow, listBackups, type FoundBackup } from '#electron/store/backup.ts'
import { isBackupDue } from '#electron/store/backup-manifest.ts'
import { rememberBackup, withRestoreAdvice } from '#electron/store/backup-place.ts'
import { storeChecks } from '#electron/store/checks.ts'
import { createReader, type Reader } from '#electron/store/reader-client.ts'
import type { RestoreSecret } from '#electron/security/sign-in.ts'
import { restoreBackup } from '#electron/store/restore.ts'
import { openProfileStore } from '#electron/store/open-profile-store.ts'
import type { Store } from '#electron/store/store.ts'
import { CancelledError } from '#electron/store/store-error.ts'
import { momentInWords } from '#electron/store/store-messages.ts'
import { createNearReader } from '#tests/support/near-reader.ts'
import { addPatient, admin, countPatients, nurse, testProfile, type TestProfile } from '#tests/support/profile.ts'
import { temporaryFolder } from '#tests/support/store.ts'

let t: TestProfile
let store: Store
let reader: Reader
let folder: string
beforeEach(async () => {
  t = await testProfile()
  store = t.open()
  reader = createNearReader({ file: t.unlocked.storeFile, key: () => Buffer.from(t.unlocked.dataKey), cacheKiB: 2_048 })
  folder = temporaryFolder('backups')
})
afterEach(async () => {
  await reader.close()
  store.close()
})
const at = instant('2026-11-22T16:20:00.000Z')
const backUp = (when: Instant = at) => backupNow({ keys: t.unlocked, reader, folder, reason: 'asked', at: when })
const asNurse: RestoreSecret = { kind: 'passphrase', signInName: nurse.signInName, passphrase: nurse.passphrase }
const restore = (backup: FoundBackup, profile: string, secret: RestoreSecret = asNurse) => restoreBackup({ backup: backup.folder, profile, secret, kdf: t.kdf, at, mayReplace: () => true })
const openAs = async (profile: string, signInName = nurse.signInName, passphrase = nurse.passphrase) => {
  const unlocked = await unlockWithPassphrase(readKeyring(profile), t.kdf, signInName, passphrase)
  if (unlocked === null) throw new Error('does not open')
  return t.open(unlocked)
}

test('a backup opens again, holds every row, and nothing readable', async () => {
  addPatient(store, 424_242)
  const backup = await backUp()
  expect(backup.name).toBe('caseboard-20261122T162000000Z-asked')
  expect(readdirSync(backup.folder).sort()).toEqual(['keyring.json', 'manifest.json', path.basename(t.unlocked.anchorFile), path.basename(t.unlocked.storeFile)].sort())
  for (const name of readdirSync(backup.folder)) expect(readFileSync(path.join(backup.folder, name)).includes('424242'), name).toBe(false)
  expect(listBackups(folder, t.unlocked.profileId)).toEqual([backup])
  expect(readdirSync(folder)).toEqual([backup.name])
})

test('a restore onto an empty machine works with a passphrase, and with the recovery words only', async () => {
  addPatient(store, 2)
  const backup = await backUp()
  for (const secret of [asNurse, { kind: 'recovery', words: t.recoveryWords }] as const) {
    const profile = path.join(temporaryFolder('empty'), 'profile')
    expect(await restore(backup, profile, secret)).toMatchObject({ kind: 'restored', setAside: null })
    const restored = await openAs(profile)
    expect(countPatients(restored)).toBe(2)
    expect(restored.anchorState.kind).toBe('in-step')
    restored.close()
    expect(unlockWithRecovery(readKeyring(profile), t.recoveryWords)).not.toBeNull()
  }
})

test('a restore over an existing profile sets aside what was there and deletes nothing', async () => {
  const backup = await backUp()
  addPatient(store, 2)
  store.close()
  const before = readFileSync(t.unlocked.storeFile)
  const answer = await restore(backup, t.folder)
  if (answer.kind !== 'restored' || answer.setAside === null) throw new Error('nothing was set aside')
  expect(readFileSync(path.join(answer.setAside, path.basename(t.unlocked.storeFile))).equals(before)).toBe(true)
  expect(existsSync(path.join(answer.setAside, 'keyring.json'))).toBe(true)
  const restored = await openAs(t.folder)
  expect(countPatients(restored)).toBe(1)
  restored.close()
})

test('a wrong passphrase restores nothing and changes nothing', async () => {
  const backup = await backUp()
  const profile = path.join(temporaryFolder('empty'), 'profile')
  expect(await restore(backup, profile, { ...asNurse, passphrase: 'not the one at all' })).toEqual({ kind: 'wrong-secret' })
  expect(existsSync(profile)).toBe(false)
})

test('a backup opens with the passphrase of its day', async () => {
  const backup = await backUp()
  await addPerson(t.unlocked, t, { personId: nurse.personId, signInName: nurse.signInName, at })
  const profile = path.join(temporaryFolder('empty'), 'profile')
  expect(await restore(backup, profile)).toMatchObject({ kind: 'restored' })
})

test('a damaged backup is refused before anything is touched, whatever byte is hit', async () => {
  addPatient(store, 2)
  const backup = await backUp()
  const copy = path.join(backup.folder, backup.storeFile)
  const good = readFileSync(copy)
  const before = readdirSync(t.folder).sort()
  for (let i = 0; i < 40; i++) {
    const bad = Buffer.from(good)
    const place = Math.floor((i / 40) * good.length)
    bad[place] = (bad[place] ?? 0) ^ (1 << (i % 8))
    writeFileSync(copy, bad)
    await expect(restore(backup, t.folder)).rejects.toThrow('This backup is damaged or incomplete. Nothing has been changed.')
  }
  truncateSync(copy, good.length - 1)
  await expect(restore(backup, t.folder)).rejects.toThrow('This backup is damaged')
  expect(listBackups(folder)).toEqual([])
  expect(readdirSync(t.folder).sort()).toEqual(before)
})

test('only the newest fourteen of this profile stay, and nothing that is not ours is removed', async () => {
  const first = await backUp(plusMinutes(at, -100))
  writeFileSync(path.join(folder, 'holiday pictures'), 'x')
  const other = await testProfile()
  rememberBackup(other.folder, { folder, at, auditCount: 0 })
  backupBeforeMigration(other.unlocked, plusMinutes(at, -200))
  const [theirs] = listBackups(folder, other.unlocked.profileId)
  for (let i = 0; i < KEPT_BACKUPS; i++) backupBeforeMigration(t.unlocked, plusMinutes(at, i))
  const names = readdirSync(folder)
  expect(names).not.toContain(first.name)
  expect(names).toContain(theirs?.name)
  expect(names).toContain('holiday pictures')
  expect(listBackups(folder, t.unlocked.profileId)).toHaveLength(KEPT_BACKUPS)
})

test('the daily backup is due without one, after a day, and when the clock was set back; not before', async () => {
  expect(isBackupDue(undefined, at)).toBe(true)
  expect(isBackupDue({ at }, plusMinutes(at, 23 * 60 + 59))).toBe(false)
  expect(isBackupDue({ at }, plusMinutes(at, 24 * 60))).toBe(true)
  expect(isBackupDue({ at }, plusMinutes(at, -5))).toBe(true)
  expect(await backupIfDue({ keys: t.unlocked, reader, folder, at })).toMatchObject({ reason: 'daily' })
  expect(await backupIfDue({ keys: t.unlocked, reader, folder, at })).toBeNull()
})

test('a cancelled or failed backup leaves nothing behind', async () => {
  // Cancelling ends the thread while it writes.
  reader = createReader({ file: t.unlocked.storeFile, key: () => Buffer.from(t.unlocked.dataKey), cacheKiB: 2_048 })
  const cancel = new AbortController()
  const running = backupNow({ keys: t.unlocked, reader, folder, reason: 'asked', at, signal: cancel.signal }).catch((error: unknown) => error)
  cancel.abort()
  expect(await running).toBeInstanceOf(CancelledError)
  expect(readdirSync(folder)).toEqual([])
  rmSync(path.join(t.folder, 'keyring.json'))
  await expect(backUp()).rejects.toThrow('The backup could not be made')
  expect(readdirSync(folder)).toEqual([])
})

test('two backups at once are both made', async () => {
  const made = await Promise.all([backUp(at), backUp(plusMinutes(at, 1)), backUp(plusMinutes(at, 2))])
  expect(listBackups(folder, t.unlocked.profileId).map(({ name }) => name)).toEqual(made.map(({ name }) => name).toReversed())
  expect(readdirSync(folder)).toHaveLength(3)
})

test('work goes on while a backup is made, and the backup is whole', async () => {
  let isDone = false
  const beside = createReader({ file: t.unlocked.storeFile, key: () => t.unlocked.dataKey, cacheKiB: 2_048 })
  const making = backupNow({ keys: t.unlocked, reader: beside, folder, reason: 'asked', at }).finally(() => { isDone = true })
  for (let n = 2; !isDone; n++) {
    addPatient(store, n)
    await new Promise(resolve => { setImmediate(resolve) })
  }
  const backup = await making
  await beside.close()
  const profile = path.join(temporaryFolder('empty'), 'profile')
  expect(await restore(backup, profile)).toMatchObject({ kind: 'restored' })
})

test('a backup beside a key file that does not open it is not made', async () => {
  const other = await testProfile()
  for (const bytes of [readFileSync(path.join(other.folder, 'keyring.json')), Buffer.from('{"damaged":')]) {
    writeFileSync(path.join(t.folder, 'keyring.json'), bytes)
    await expect(backUp()).rejects.toThrow('The backup could not be made')
    expect(readdirSync(folder)).toEqual([])
  }
})

test('before a migration a backup is made without the reader, and a failure of it stops the migration', () => {
  backupBeforeMigration(t.unlocked, at)
  expect(listBackups(path.join(t.folder, 'backups'))).toMatchObject([{ reason: 'migration', auditCount: 1 }])
  expect(() => { backupBeforeMigration({ ...t.unlocked, folder: t.unlocked.storeFile, profileId: 'x', storeFile: t.unlocked.storeFile, anchorFile: t.unlocked.anchorFile, dataKey: t.unlocked.dataKey }, at) }).toThrow('The backup could not be made')
})

test('a damaged store is reported with the backup to restore and what would be lost', async () => {
  await backUp()
  addPatient(store, 2)
  addPatient(store, 3)
  store.close()
  writeFileSync(t.unlocked.storeFile, Buffer.concat([Buffer.alloc(4096, 3), readFileSync(t.unlocked.storeFile).subarray(4096)]))
  expect(() => withRestoreAdvice(t.unlocked, () => t.open())).toThrow(
    `The data file is damaged. Nothing has been changed. Restore the backup of ${momentInWords(at)} (2 changes newer than it would be lost).`,
  )
})

test('bytes behind the end are set aside once, and the store opens', () => {
  store.close()
  writeFileSync(t.unlocked.storeFile, Buffer.concat([readFileSync(t.unlocked.storeFile), Buffer.alloc(10, 7)]))
  for (let start = 1; start <= 2; start++) openProfileStore(t.unlocked, { at, log: silentLog }).close()
  const aside = readdirSync(path.join(t.folder, 'set-aside'))
  expect(aside).toHaveLength(1)
  expect(aside[0]).toMatch(/with-trailing-bytes-\d+\.db$/)
})

test('the check of the workstation passes on a sound one and names no patient', async () => {
  await backUp()
  const steps = storeChecks({ store, reader, dataKey: t.unlocked.dataKey, profileId: t.unlocked.profileId, backupFolder: folder, at: plusMinutes(at, 90) })
  const results = []
  for (const { name, run } of steps) results.push({ name, ...(await run()) })
  expect(results.map(({ name, status }) => `${name} ${status}`)).toEqual([
    'Encryption ok', 'Key ok', 'Schema version ok', 'References ok', 'Integrity ok', 'History ok', 'Records ok', 'Backup ok', 'Disk space ok',
  ])
  expect(JSON.stringify(results).toLowerCase()).not.toContain('sample')
  const old = storeChecks({ store, reader, dataKey: t.unlocked.dataKey, profileId: t.unlocked.profileId, backupFolder: `${folder}-none`, at, freeBytesOf: () => 1e6 })
  expect(await old.find(({ name }) => name === 'Backup')?.run()).toEqual({ status: 'warning', detail: 'There is no backup yet.' })
  expect(await old.find(({ name }) => name === 'Disk space')?.run()).toMatchObject({ status: 'warning' })
}, 90_000)

test('the check fails, not only warns, when the history does not agree with its seal, and says that it can be accepted', async () => {
  store.close()
  rmSync(t.unlocked.anchorFile)
  store = t.open()
  const steps = storeChecks({ store, reader, dataKey: t.unlocked.dataKey, profileId: t.unlocked.profileId, backupFolder: folder, at })
  expect(await steps.find(({ name }) => name === 'History')?.run()).toMatchObject({ status: 'failed', acceptable: true, detail: expect.stringContaining('The seal of the history is missing') })
}, 90_000)

test('another person opens the same restored profile', async () => {
  const backup = await backUp()
  const profile = path.join(temporaryFolder('empty'), 'profile')
  await restore(backup, profile)
  const restored = await openAs(profile, admin.signInName, admin.passphrase)
  expect(countPatients(restored)).toBe(1)
  restored.close()
})
