import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { inProject } from './project-root.ts'

const folder = inProject('node_modules/.cache')
const lockFile = inProject('node_modules/.cache/build.lock')

/** Runs `work` while no other process builds: two builds into one `out/` would delete each other's files. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true })
  while (!tryLock()) await pause(200)
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function tryLock(): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // A holder that was killed leaves its file behind; its process number tells.
    if (!holderIsAlive()) rmSync(lockFile, { force: true })
    return false
  }
}

function holderIsAlive(): boolean {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'))
    // Between creating the file and writing the number into it there is a moment with an empty file.
    if (!(pid > 0)) return Date.now() - statSync(lockFile).mtimeMs < 2000
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
