import path from 'node:path'
import { z } from 'zod'
import { readIfPresent, writeFileSafely } from '#electron/platform/files.ts'
import { isInstant, type Instant } from '#shared/kernel/instant.ts'
import { Anchor } from './anchor.ts'
import { StoreError } from './store-error.ts'

/**
 * Where the newest backup lies, remembered outside the database: the name of the folder stands in the store, and a damaged store cannot be
 * asked for it.
 */
const Place = z.strictObject({ folder: z.string(), at: z.custom<Instant>(value => typeof value === 'string' && isInstant(value)), auditCount: z.int().nonnegative() })
export type BackupPlace = Readonly<z.output<typeof Place>>

const NAME = 'backup-place.json'

export function rememberBackup(profile: string, place: BackupPlace): void {
  writeFileSafely(path.join(profile, NAME), JSON.stringify(place))
}

export function lastBackup(profile: string): BackupPlace | null {
  try {
    return Place.parse(JSON.parse(readIfPresent(path.join(profile, NAME))?.toString('utf8') ?? ''))
  } catch {
    return null
  }
}

/** Opens the store; a damaged one is reported with the backup to restore and with how many changes are newer than it. */
export function withRestoreAdvice<T>(keys: { readonly folder: string; readonly anchorFile: string; readonly dataKey: Uint8Array }, open: () => T): T {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'damaged') throw error
    const backup = lastBackup(keys.folder)
    if (backup === null) throw error
    const anchor = new Anchor(keys.anchorFile, keys.dataKey)
    const point = anchor.read()
    anchor.close()
    const newerChanges = typeof point === 'string' ? 'unknown' : Math.max(0, point.count - backup.auditCount)
    throw new StoreError({ kind: 'damaged', backup: { at: backup.at, newerChanges } }, { cause: error })
  }
}
