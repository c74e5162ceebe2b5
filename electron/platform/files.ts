import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
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

/** How a program of the system is run; the exit code. Throws when it cannot be started. */
export type RunSystemProgram = (program: string, words: readonly string[]) => number

/**
 * Makes the folder readable by its owner only. Windows knows no modes: there the folder's access list is replaced by one that names this user,
 * the system and the machine's administrators, and nothing is inherited; files made in it get the same.
 */
export function ensurePrivateFolder(folder: string, system: { readonly isWindows: boolean; readonly user: string; readonly run: RunSystemProgram } = thisSystem()): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!system.isWindows) {
    chmodSync(folder, 0o700)
    return
  }
  // Well-known numbers instead of names, which Windows translates: S-1-5-18 is the system, S-1-5-32-544 its administrators.
  const granted = [system.user, '*S-1-5-18', '*S-1-5-32-544'].flatMap(who => ['/grant:r', `${who}:(OI)(CI)F`])
  const code = system.run('icacls', [folder, '/inheritance:r', ...granted, '/Q'])
  if (code !== 0) throw new Error('The data folder could not be closed to other users of this machine. Nothing was stored. Ask IT to look at the rights of its folder.')
}

function thisSystem(): { isWindows: boolean; user: string; run: RunSystemProgram } {
  const domain = process.env['USERDOMAIN']
  const name = ON_WINDOWS ? os.userInfo().username : ''
  const tool = path.win32.join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32')
  return {
    isWindows: ON_WINDOWS,
    user: domain === undefined ? name : String.raw`${domain}\${name}`,
    run: (program, words) => spawnSync(path.win32.join(tool, `${program}.exe`), words, { stdio: 'ignore', windowsHide: true }).status ?? 1,
  }
}

/**
 * Replaces a file so that after a power cut it holds the old bytes or the new ones, never a mixture: writes a new file, syncs it,
 * renames it over the old one, syncs the folder. When it fails the old bytes are there and nothing beside them.
 */
export function writeFileSafely(file: string, bytes: Uint8Array | string): void {
  const fresh = `${file}.${randomBytes(4).toString('hex')}.new`
  try {
    writeAndSync(fresh, bytes)
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
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
