import path from 'node:path'
import type { Output, Parsed } from '#shared/contract/index.ts'
import type { Backup } from '#shared/contract/workstation.ts'
import { hasProfile } from '#electron/security/keyring.ts'
import { wholeKeyring } from '#electron/security/sign-in.ts'
import { listBackups as readBackups, type FoundBackup } from '#electron/store/backup.ts'
import { lastBackup } from '#electron/store/backup-place.ts'
import { getFacility } from '#electron/store/queries/accounts/facility.ts'
import { invalid } from '../accounts/errors.ts'
import type { CoreDeps, Deps, KeylessContext, RequestContext } from '../deps.ts'
import { backupFolderOf, isReachable, isSameDisk } from './backup-folder.ts'

/** This profile's backups, newest first, and whether their folder is worth trusting. */
export function listBackups({ store, session, profile }: Deps, _context: RequestContext): Output<'workstation.backups'> {
  const folder = backupFolderOf(profile.folder, store.read(getFacility))
  const backups = readBackups(folder, session.keyring()?.profileId)
  return { folder, sameDisk: isSameDisk(folder, profile.folder), reachable: isReachable(folder), newestAt: backups[0]?.at ?? 'never', backups: backups.map(backup => asBackup(backup, session.keyring()?.profileId)) }
}

/** Backups of any profile in a folder, before anyone has signed in; `beside-store` looks where the last one of this workstation went. */
export function findBackups({ profile }: CoreDeps, _context: KeylessContext, input: Parsed<'workstation.findBackups'>): Output<'workstation.findBackups'> {
  const folder = folderToSearch(profile.folder, input.folder)
  const own = hasProfile(profile.folder) ? wholeKeyring(profile.folder)?.body.profileId : undefined
  return { folder, backups: readBackups(folder).map(backup => asBackup(backup, own)) }
}

/** The folder to look for backups in. Throws a validation error for a relative path: whose working folder would it mean? */
export function folderToSearch(profileFolder: string, folder: string): string {
  if (folder === 'beside-store') return lastBackup(profileFolder)?.folder ?? path.join(profileFolder, 'backups')
  if (!path.isAbsolute(folder)) throw invalid({ folder: 'Write the whole path of the folder.' })
  return folder
}

/** A backup as the page knows it; `ownId` is this workstation's profile, when it can be told. */
export const asBackup = ({ name, at, reason, bytes, facilityName, profileId }: FoundBackup, ownId: string | undefined): Backup => ({
  name, at, reason, bytes, facilityName: facilityName ?? 'unknown', workstationId: profileId, own: profileId === ownId,
})
