import { mkdirSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { invalid } from './errors.ts'

/**
 * The folder somebody chooses for backups is made here and now, while they can see whether it is the right disk: a backup itself never makes
 * one. Throws a validation error on `field`.
 */
export function chooseBackupFolder(folder: string, field: string): void {
  if (folder === 'beside-store') return
  if (!isAbsolute(folder)) throw invalid({ [field]: 'Write the whole path of the folder.' })
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    throw invalid({ [field]: 'This folder is not there and cannot be made. Is its disk plugged in, and may you write to it?' })
  }
}
