import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Log } from '#electron/platform/log.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { backupBeforeMigration, type BackupKeys } from './backup.ts'
import { withRestoreAdvice } from './backup-place.ts'
import { Store } from './store.ts'

/**
 * Opens the store of an open profile as every shell does: a backup before a migration, the advice which backup to restore when the file is
 * damaged, and a copy set aside when there are bytes behind its end.
 */
export function openProfileStore(keys: BackupKeys, { at, log }: { at: Instant; log: Log }): Store {
  const store = withRestoreAdvice(keys, () => Store.open({
    file: keys.storeFile, anchorFile: keys.anchorFile, key: keys.dataKey, at, log,
    beforeMigration: () => { backupBeforeMigration(keys, at) },
  }))
  if (store.hasTrailingBytes) setCopyAside(keys, log)
  return store
}

// Once for each length of the file: what stands behind the end may be somebody's last hope, but not at every start.
function setCopyAside({ folder, storeFile }: BackupKeys, log: Log): void {
  log.warn('store.trailing-bytes')
  const aside = path.join(folder, 'set-aside')
  const copy = path.join(aside, `${path.basename(storeFile, '.db')}-with-trailing-bytes-${statSync(storeFile).size}.db`)
  if (existsSync(copy)) return
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  copyFileSync(storeFile, copy)
}
