import type { Instant } from '#shared/kernel/instant.ts'
import { backupIfDue, backupNow, type BackupReason, type FoundBackup } from '#electron/store/backup.ts'
import { getFacility } from '#electron/store/queries/accounts/facility.ts'
import type { WriteOrigin } from '#electron/store/db.ts'
import { refused } from '../accounts/errors.ts'
import type { Deps } from '../deps.ts'
import { backupFolderOf } from './backup-folder.ts'

/** Makes a backup in the facility's folder, proved by opening it again, and says so in the history. Call it before anything large, such as an import. */
export async function backUp(deps: Deps, origin: WriteOrigin, reason: BackupReason, signal?: AbortSignal): Promise<FoundBackup> {
  const backup = await backupNow({ ...partsOf(deps, origin.at), reason, ...(signal !== undefined && { signal }) })
  noted(deps, origin, backup)
  return backup
}

/** The day's backup, when the newest is a day old; `null` when it is not due. */
export async function backUpIfDue(deps: Deps, origin: WriteOrigin): Promise<FoundBackup | null> {
  const backup = await backupIfDue(partsOf(deps, origin.at))
  if (backup !== null) noted(deps, origin, backup)
  return backup
}

function partsOf({ session, store, reader, profile }: Deps, at: Instant) {
  const keys = session.keyring()
  if (keys === null) throw refused('The workstation was locked in the meantime. No backup was made.')
  return { keys, reader, at, folder: backupFolderOf(profile.folder, store.read(getFacility)) }
}

function noted({ store, events }: Deps, origin: WriteOrigin, { reason, bytes, auditCount }: FoundBackup): void {
  store.write(origin, db => { db.audit({ action: 'backup.made', detail: { reason, bytes, auditCount } }) })
  events.changed('backup')
}
