import type { Instant } from '#shared/kernel/instant.ts'
import { backupIfDue, backupNow, type BackupReason, type FoundBackup } from '#electron/store/backup.ts'
import { getFacility } from '#electron/store/queries/accounts/facility.ts'
import type { WriteOrigin } from '#electron/store/db.ts'
import { CancelledError } from '#electron/store/store-error.ts'
import { refused } from '../accounts/errors.ts'
import type { Deps } from '../deps.ts'
import { backupFolderOf } from './backup-folder.ts'
import { kindOfError, noteFailure } from './note-failure.ts'

/** Makes a backup in the facility's folder, proved by opening it again, and says so in the history. Call it before anything large, such as an import. */
export async function backUp(deps: Deps, origin: WriteOrigin, reason: BackupReason, signal?: AbortSignal): Promise<FoundBackup> {
  const backup = await attempted(deps, origin, reason, () => backupNow({ ...partsOf(deps, origin.at), reason, ...(signal !== undefined && { signal }) }))
  noted(deps, origin, backup)
  return backup
}

/** The day's backup, when the newest is a day old; `null` when it is not due. */
export async function backUpIfDue(deps: Deps, origin: WriteOrigin): Promise<FoundBackup | null> {
  const backup = await attempted(deps, origin, 'daily', () => backupIfDue(partsOf(deps, origin.at)))
  if (backup !== null) noted(deps, origin, backup)
  return backup
}

/** A backup that could not be made stands in the history too; one that was cancelled, or met a locked workstation, did not fail. */
async function attempted<Made>(deps: Deps, origin: WriteOrigin, reason: BackupReason, make: () => Promise<Made>): Promise<Made> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof CancelledError) && deps.session.keyring() !== null) noteFailure(deps, origin, 'backup.failed', { reason, why: kindOfError(error) })
    throw error
  }
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
