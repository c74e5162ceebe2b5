import {
  chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statfsSync, writeSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const ON_WINDOWS = process.platform === 'win32'

/** Where this machine keeps Caseboard's data, one folder for both shells and the command line. */
export function dataFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  if (ON_WINDOWS) return path.join(environment['ProgramData'] ?? String.raw`C:\ProgramData`, 'Caseboard')
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support', 'Caseboard')
  return path.join(environment['XDG_DATA_HOME'] || path.join(os.homedir(), '.local', 'share'), 'caseboard')
}

/** Makes the folder readable by its owner only. On Windows the installer's access list does that. */
export function ensurePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!ON_WINDOWS) chmodSync(folder, 0o700)
}

/**
 * Replaces a file so that after a power cut it holds the old bytes or the new ones, never a mixture: writes a new file, syncs it,
 * renames it over the old one, syncs the folder.
 */
export function writeFileSafely(file: string, bytes: Uint8Array | string): void {
  const fresh = `${file}.new`
  rmSync(fresh, { force: true })
  writeAndSync(fresh, bytes)
  renameSync(fresh, file)
  syncFolder(path.dirname(file))
}

/** Writes a file that must not exist yet and waits until the disk holds it. Readable by its owner only. */
export function writeAndSync(file: string, bytes: Uint8Array | string): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
    for (let at = 0; at < data.length;) at += writeSync(handle, data, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Waits until the disk holds everything of the file. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Waits until the disk holds the folder's names: without it a rename may be undone by a power cut. Windows does so by itself. */
export function syncFolder(folder: string): void {
  if (ON_WINDOWS) return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The bytes of a file, or `null` when there is none. Every other failure throws: "cannot read" must never look like "not there". */
export function readIfPresent(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Bytes a program of this user may still write on the disk of the folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** The system's code of a failed call (`ENOENT`, `SQLITE_FULL`), `''` when the error carries none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
