import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { redirectPage } from './plain-pages.ts'

/** A token lives a minute; so does the file that carries it. */
const REMOVE_AFTER_MS = 60_000

export interface OpenedFile {
  remove(): void
}

/** Opens the default browser on a file that leads to the address; null when this session has no browser. Whoever may read the file is this user alone. */
export function openInBrowser(address: string, environment: NodeJS.ProcessEnv = process.env): OpenedFile | null {
  const opener = findOpener(process.platform, environment)
  if (opener === null) return null
  const { folder, file } = writeRedirect(address, environment['XDG_RUNTIME_DIR'])
  const child = spawn(opener.command, [...opener.args, file], { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
  const remove = (): void => { rmSync(folder, { recursive: true, force: true }) }
  setTimeout(remove, REMOVE_AFTER_MS).unref()
  return { remove }
}

/** A 0600 file in a 0700 folder of its own. */
export function writeRedirect(address: string, runtimeFolder: string | undefined): { folder: string; file: string } {
  const folder = mkdtempSync(path.join(runtimeFolder ?? os.tmpdir(), 'caseboard-open-'))
  const file = path.join(folder, 'open.html')
  writeFileSync(file, redirectPage(address), { mode: 0o600, flag: 'wx' })
  return { folder, file }
}

export interface Opener {
  readonly command: string
  readonly args: readonly string[]
}

export function findOpener(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): Opener | null {
  if (platform === 'darwin') return { command: 'open', args: [] }
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler'] }
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return null
  const command = ['xdg-open', 'x-www-browser', 'sensible-browser'].find(name => onPath(name, environment['PATH'] ?? ''))
  return command === undefined ? null : { command, args: [] }
}

function onPath(name: string, searchPath: string): boolean {
  return searchPath.split(path.delimiter).some(folder => {
    try {
      accessSync(path.join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
