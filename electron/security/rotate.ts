import { randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { syncFile, syncFolder } from '#electron/platform/files.ts'
import { Anchor, isWarning } from '#electron/store/anchor.ts'
import { connect } from '#electron/store/driver.ts'
import { openDatabase, rawKey, unlock } from '#electron/store/open-database.ts'
import { StoreError } from '#electron/store/store-error.ts'
import type { ChainHead } from '#electron/store/audit-writer.ts'
import type { Store } from '#electron/store/store.ts'
import { UnlockedKeyring, anchorOf, newStoreName, nextGeneration } from './keyring.ts'
import { requireNewest, writeKeyring } from './keyring-file.ts'

/** What a copy is called until it has its new key and was proved: `sweep-stores.ts` may remove such a file without a second look. */
export const MAKING = '.making'

/**
 * Gives the profile a new data key, without the people who leave: copies the database, gives the copy the new key, proves it, and switches
 * by renaming the key file. Nobody else has to be asked. Killed at any moment the profile is the old one or the new one; failed, it is the old
 * one and the copy is gone.
 *
 * Runs without a pause, so that no write can fall between copy and switch. The caller opens the returned keyring's store before anything else
 * runs, and then calls `discardStore` for the old one.
 */
export function rotateDataKey(unlocked: UnlockedKeyring, store: Store, { without, at }: { without: readonly PersonId[]; at: Instant }): UnlockedKeyring {
  requireNewest(unlocked.folder, unlocked.body)
  const dataKey = randomBytes(32)
  const name = newStoreName(unlocked.generation + 1)
  const file = path.join(unlocked.folder, name)
  const making = `${file}${MAKING}`
  try {
    store.copyTo(making)
    rekeyCopy(making, unlocked.dataKey, dataKey)
    proveCopy(making, dataKey, store.head.count)
    // Where the seal warned, the new store begins without one: the warning must outlive the new key until somebody accepts it.
    if (!isWarning(store.anchorState)) makeAnchor(file, dataKey, store.head, at)
    renameSync(making, file)
    syncFolder(unlocked.folder)
    const keyring = writeKeyring(unlocked.folder, nextGeneration(unlocked, dataKey, name, without), dataKey, { forget: true })
    return new UnlockedKeyring(keyring, dataKey, { personId: unlocked.personId, mustChange: unlocked.mustChange })
  } catch (error) {
    giveUp(unlocked, [making, file], dataKey)
    throw error
  }
}

/** Removes the files of the generation before: with its key still wrapped in old copies of the key file it would stay readable. */
export function discardStore(file: string): void {
  for (const each of [file, `${file}-wal`, `${file}-shm`, anchorOf(file)]) rmSync(each, { force: true })
  syncFolder(path.dirname(file))
}

// The key file may have been renamed before the failure: then the copy is the profile.
function giveUp(unlocked: UnlockedKeyring, files: readonly string[], dataKey: Buffer): void {
  try {
    requireNewest(unlocked.folder, unlocked.body)
  } catch {
    return
  }
  for (const file of files) discardStore(file)
  dataKey.fill(0)
}

function makeAnchor(file: string, dataKey: Uint8Array, head: ChainHead, at: Instant): void {
  const anchor = new Anchor(anchorOf(file), dataKey)
  try {
    anchor.create({ count: head.count, hash: head.hash, at: head.at === '' ? at : head.at, settled: head.count })
  } finally {
    anchor.close()
  }
}

// The only rekey there is: on a fresh copy that is one closed file, never on the store itself.
function rekeyCopy(file: string, from: Uint8Array, to: Uint8Array): void {
  const copy = connect(file)
  try {
    unlock(copy, from)
    copy.pragma('temp_store = MEMORY')
    const raw = rawKey(to)
    copy.rekey(raw)
    raw.fill(0)
  } finally {
    copy.close()
  }
  syncFile(file)
  syncFolder(path.dirname(file))
}

function proveCopy(file: string, key: Uint8Array, auditCount: number): void {
  const copy = openDatabase({ file, key, use: 'copy', cacheKiB: 8_192 })
  try {
    const isWhole = copy.pragma('quick_check', { simple: true }) === 'ok'
    const count = copy.prepare('SELECT count(*) FROM audit').pluck().get()
    if (!isWhole || count !== auditCount) throw new StoreError({ kind: 'not-saved' })
  } finally {
    copy.close()
  }
}
