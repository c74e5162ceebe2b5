import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { errorCode, readIfPresent } from '#electron/platform/files.ts'
import { StoreError } from './store-error.ts'
import { isInstant, millisOf, type Instant } from '#shared/kernel/instant.ts'

export const BackupReason = z.literal(['daily', 'migration', 'import', 'asked', 'restore'])
export type BackupReason = z.output<typeof BackupReason>

/** What a backup says about itself in clear text: nothing of a patient. */
export const BackupManifest = z.strictObject({
  format: z.literal(1),
  profileId: z.string(),
  at: z.custom<Instant>(value => typeof value === 'string' && isInstant(value)),
  reason: BackupReason,
  facilityName: z.string().nullable(),
  schemaVersion: z.int().positive(),
  auditCount: z.int().nonnegative(),
  auditHash: z.string().nullable(),
  storeFile: z.string().regex(/^store-[A-Za-z0-9-]+\.db$/),
  bytes: z.int().positive(),
  sha256: z.string().length(64),
  /** Under a key derived from the data key: whoever opens the backup can tell that nobody rewrote its date or its counts. */
  mac: z.string().length(64),
})
const Unsealed = BackupManifest.omit({ mac: true })
export type BackupManifest = Readonly<z.output<typeof BackupManifest>>

/** A backup as it lies in the folder. */
export type FoundBackup = BackupManifest & { readonly name: string; readonly folder: string }

export const MANIFEST = 'manifest.json'
const NAME = /^caseboard-\d{8}T\d{9}Z-[a-z]+(-\d+)?$/
const DAY_MILLIS = 86_400_000

/** The manifest with its seal. */
export function sealed(manifest: Omit<BackupManifest, 'mac'>, dataKey: Uint8Array): BackupManifest {
  return { ...manifest, mac: macOf(manifest, dataKey) }
}

export function isSealed({ mac, ...manifest }: BackupManifest, dataKey: Uint8Array): boolean {
  const expected = Buffer.from(macOf(manifest, dataKey))
  const found = Buffer.from(mac)
  return expected.length === found.length && timingSafeEqual(expected, found)
}

/** The folder's name of a backup: when and why, nothing else. */
export function backupName(at: Instant, reason: BackupReason): string {
  return `caseboard-${at.replaceAll(/[-:.]/g, '')}-${reason}`
}

/** Whole backups in the folder, newest first; of one profile when it is given. A folder that is not there has none. */
export function listBackups(folder: string, profileId?: string): readonly FoundBackup[] {
  const found = namesIn(folder).filter(name => NAME.test(name)).flatMap(name => readBackup(path.join(folder, name)) ?? [])
  return found.filter(backup => profileId === undefined || backup.profileId === profileId).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? 1 : -1))
}

/** The backup in that folder, `null` when its manifest cannot be read or its database is not there in full. */
export function readBackup(place: string): FoundBackup | null {
  try {
    const manifest = BackupManifest.parse(JSON.parse(readIfPresent(path.join(place, MANIFEST))?.toString('utf8') ?? ''))
    const size = statSync(path.join(place, manifest.storeFile), { throwIfNoEntry: false })?.size
    return size === manifest.bytes ? { ...manifest, name: path.basename(place), folder: place } : null
  } catch {
    return null
  }
}

/** True without a backup, a day after the newest one, and when the clock stands before it. */
export function isBackupDue(newest: Pick<FoundBackup, 'at'> | undefined, now: Instant): boolean {
  if (newest === undefined) return true
  const age = millisOf(now) - millisOf(newest.at)
  return age < 0 || age >= DAY_MILLIS
}

function macOf(manifest: Omit<BackupManifest, 'mac'>, dataKey: Uint8Array): string {
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'caseboard backup 1', 32))
  return createHmac('sha256', key).update(JSON.stringify(Unsealed.parse(manifest))).digest('hex')
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return []
    throw new StoreError({ kind: 'no-permission', path: folder }, { cause: error })
  }
}
