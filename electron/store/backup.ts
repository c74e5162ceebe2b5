import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { syncFile, syncFolder, writeAndSync } from '#electron/platform/files.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { BEFORE_FIRST } from './audit-hash.ts'
import { isGenuine, readKeyFile } from '#electron/security/keyring-file.ts'
import { Anchor } from './anchor.ts'
import { MANIFEST, backupName, isBackupDue, listBackups, readBackup, sealed, type BackupManifest, type BackupReason, type FoundBackup } from './backup-manifest.ts'
import { lastBackup, rememberBackup } from './backup-place.ts'
import type { Connection } from './driver.ts'
import { examine, type CopyFacts } from './examine-copy.ts'
import { openDatabase } from './open-database.ts'
import type { Reader } from './reader-client.ts'
import { recordTables } from './record-tables.ts'
import { CancelledError, StoreError, problemOf } from './store-error.ts'
import { Statements, readDb } from './statements.ts'
import { tableCounts } from './verify.ts'

export { listBackups, readBackup, type BackupManifest, type BackupReason, type FoundBackup } from './backup-manifest.ts'

export const KEPT_BACKUPS = 14

/** What a backup needs of an open profile; `UnlockedKeyring` fits. */
export type BackupKeys = {
  readonly folder: string
  readonly profileId: string
  readonly storeFile: string
  readonly anchorFile: string
  readonly dataKey: Uint8Array
}

export type BackupRequest = { readonly keys: BackupKeys; readonly reader: Reader; readonly folder: string; readonly reason: BackupReason; readonly at: Instant; readonly signal?: AbortSignal }

/** The last backup asked for, by profile: they share one unfinished folder, so the next one waits for it. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Makes an encrypted copy of the store in a folder of its own, opens it again, counts it, and gives it its name only then: what carries a
 * backup's name is whole. Work goes on meanwhile; a second backup of this profile waits for the first. Keeps the newest 14 of this profile.
 *
 * With it go a copy of the key file (it opens with the passphrases of its day) and an anchor of its own.
 */
export async function backupNow(request: BackupRequest): Promise<FoundBackup> {
  const before = underWay.get(request.keys.profileId) ?? Promise.resolve()
  const backup = before.then(() => makeBackup(request))
  underWay.set(request.keys.profileId, backup.catch(() => undefined))
  return backup
}

async function makeBackup(request: BackupRequest): Promise<FoundBackup> {
  const { keys, folder } = request
  const partial = path.join(folder, `.partial-${keys.profileId}`)
  // The folder of an unplugged disk would be made on the disk beneath it, and hidden when the other one comes back.
  if (folder !== besideStore(keys) && !isFolder(folder)) throw new StoreError({ kind: 'backup-folder-missing' })
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { mode: 0o700 })
    const { manifest, facts } = await fill(partial, request)
    const place = publish(partial, request, facts)
    return { ...manifest, name: path.basename(place), folder: place }
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw asBackupError(error)
  }
}

/** The day's backup when the newest is a day old, else `null`. */
export async function backupIfDue(request: Omit<BackupRequest, 'reason'>): Promise<FoundBackup | null> {
  const [newest] = listBackups(request.folder, request.keys.profileId)
  return isBackupDue(newest, request.at) ? backupNow({ ...request, reason: 'daily' }) : null
}

/**
 * The same without waiting for the reader, for the moment before a migration: the program has nothing else to do then, and must not go on
 * without it. Goes where the last backup went, else beside the store.
 */
export function backupBeforeMigration(keys: BackupKeys, at: Instant): void {
  const last = lastBackup(keys.folder)?.folder
  const folder = last !== undefined && isFolder(last) ? last : besideStore(keys)
  const partial = path.join(folder, `.partial-${keys.profileId}`)
  const copy = path.join(partial, path.basename(keys.storeFile))
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { mode: 0o700 })
    const source = openDatabase({ file: keys.storeFile, key: keys.dataKey, use: 'reader', cacheKiB: 8_192 })
    const counts = closing(source, () => {
      source.prepare('VACUUM INTO ?').run(copy)
      return tableCounts(readDb(new Statements(source)))
    })
    const opened = openDatabase({ file: copy, key: keys.dataKey, use: 'copy', cacheKiB: 8_192 })
    const facts = closing(opened, () => examine(readDb(new Statements(opened)), copy))
    finish(partial, { keys, reason: 'migration', at }, facts, counts)
    publish(partial, { keys, folder, reason: 'migration', at }, facts)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw asBackupError(error)
  }
}

async function fill(partial: string, { keys, reader, reason, at, signal }: BackupRequest): Promise<{ manifest: BackupManifest; facts: CopyFacts }> {
  const copy = path.join(partial, path.basename(keys.storeFile))
  const options = signal === undefined ? {} : { signal }
  const { counts, facts } = await reader.run('backupInto', { file: copy }, options)
  return { manifest: finish(partial, { keys, reason, at }, facts, counts), facts }
}

function finish(partial: string, { keys, reason, at }: Pick<BackupRequest, 'keys' | 'reason' | 'at'>, facts: CopyFacts, counts: CopyFacts['counts']): BackupManifest {
  const storeFile = path.basename(keys.storeFile)
  const copy = path.join(partial, storeFile)
  syncFile(copy)
  if (facts.quickCheck !== 'ok' || !holdsAll(facts.counts, counts)) throw new StoreError({ kind: 'backup-not-made' })
  writeAnchor(path.join(partial, path.basename(keys.anchorFile)), keys.dataKey, facts, at)
  copyFileSync(path.join(keys.folder, 'keyring.json'), path.join(partial, 'keyring.json'))
  syncFile(path.join(partial, 'keyring.json'))
  proveKeyFile(path.join(partial, 'keyring.json'), keys)
  const manifest = sealed({
    format: 1, profileId: keys.profileId, at, reason, facilityName: facts.facilityName, schemaVersion: facts.schemaVersion,
    auditCount: facts.auditCount, auditHash: facts.auditHash, storeFile, bytes: statSync(copy).size, sha256: facts.sha256,
  }, keys.dataKey)
  writeAndSync(path.join(partial, MANIFEST), JSON.stringify(manifest, null, 1))
  syncFolder(partial)
  return manifest
}

// A copy of the store is worth nothing beside a key file that does not open it.
function proveKeyFile(file: string, { dataKey, storeFile }: BackupKeys): void {
  const found = readKeyFile(file)
  if (found === null || !isGenuine(found, dataKey) || found.body.storeFile !== path.basename(storeFile)) throw new StoreError({ kind: 'backup-not-made' })
}

/** Gives the finished folder its name: from here on it counts as a backup. */
function publish(partial: string, { keys, folder, at, reason }: Pick<BackupRequest, 'keys' | 'folder' | 'at' | 'reason'>, { auditCount }: Pick<CopyFacts, 'auditCount'>): string {
  const place = freeName(path.join(folder, backupName(at, reason)))
  renameSync(partial, place)
  syncFolder(folder)
  rememberBackup(keys.folder, { folder, at, auditCount })
  prune(folder, keys.profileId)
  return place
}

function besideStore({ folder }: BackupKeys): string {
  return path.join(folder, 'backups')
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory()
  } catch {
    return false
  }
}

function closing<T>(connection: Connection, work: () => T): T {
  try {
    return work()
  } finally {
    connection.close()
  }
}

function writeAnchor(file: string, dataKey: Uint8Array, facts: CopyFacts, at: Instant): void {
  const anchor = new Anchor(file, dataKey)
  anchor.create({ count: facts.auditCount, hash: facts.auditHash ?? BEFORE_FIRST, at: facts.auditAt ?? at, settled: facts.auditCount })
  anchor.close()
}

// Only whole backups of this profile are counted and removed; whatever else lies in the folder is not ours.
function prune(folder: string, profileId: string): void {
  for (const old of listBackups(folder, profileId).slice(KEPT_BACKUPS)) {
    if (readBackup(old.folder) !== null && readdirSync(old.folder).length <= 5) rmSync(old.folder, { recursive: true, force: true })
  }
}

function freeName(place: string): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? place : `${place}-${n}`
    if (!existsSync(candidate)) return candidate
  }
}

/** Records and history only ever grow: a copy made after the count holds at least as many. What people are typing comes and goes meanwhile. */
function holdsAll(copy: CopyFacts['counts'], counted: CopyFacts['counts']): boolean {
  const kept = [...recordTables.map(({ table }) => table), 'audit', 'audit_record']
  const isSameSchema = Object.keys(counted).every(table => copy[table] !== undefined)
  return isSameSchema && kept.every(table => (copy[table] ?? 0) >= (counted[table] ?? 0))
}

function asBackupError(error: unknown): Error {
  if (error instanceof CancelledError || error instanceof StoreError) return error
  const isDiskFull = problemOf(error, '')?.kind === 'disk-full'
  return new StoreError({ kind: isDiskFull ? 'disk-full' : 'backup-not-made' }, { cause: error })
}
