import { statSync } from 'node:fs'
import path from 'node:path'
import type { Facility } from '#shared/contract/facility.ts'

/** Where a facility's backups go; the default stands beside the store and shares its fate. */
export const backupFolderOf = (profileFolder: string, { backupFolder }: Pick<Facility, 'backupFolder'>): string =>
  backupFolder === 'beside-store' ? path.join(profileFolder, 'backups') : backupFolder

/** True when both lie on one disk, as far as the system tells; a folder that is not there yet is judged by the nearest one above it. */
export function isSameDisk(folder: string, profileFolder: string): boolean {
  return deviceOf(folder) === deviceOf(profileFolder)
}

/** True when the folder is there: an unplugged stick is not. */
export function isReachable(folder: string): boolean {
  try {
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

function deviceOf(folder: string): number | null {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found !== undefined) return found.dev
  const above = path.dirname(folder)
  return above === folder ? null : deviceOf(above)
}
