import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const PREFIX = 'caseboard-demo-'
const OWNER = 'owner.pid'

/** A throwaway folder (0700) for a demo; removed at exit, or by the next demo after a crash. */
export function makeDemoFolder(parent: string = os.tmpdir()): string {
  sweepDemoFolders(parent)
  const folder = mkdtempSync(path.join(parent, PREFIX))
  writeFileSync(path.join(folder, OWNER), String(process.pid), { mode: 0o600 })
  return folder
}

export function removeDemoFolder(folder: string): void {
  if (path.basename(folder).startsWith(PREFIX)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

/** Removes demo folders of this user whose program no longer runs. */
export function sweepDemoFolders(parent: string = os.tmpdir()): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(PREFIX)) continue
    const folder = path.join(parent, name)
    if (isMine(folder) && !isRunning(ownerOf(folder))) removeDemoFolder(folder)
  }
}

function isMine(folder: string): boolean {
  try {
    const { uid } = statSync(folder)
    return process.getuid === undefined || uid === process.getuid()
  } catch {
    return false
  }
}

function ownerOf(folder: string): number {
  try {
    return Number(readFileSync(path.join(folder, OWNER), 'utf8'))
  } catch {
    return 0
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
