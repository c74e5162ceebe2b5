import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { inProject } from './project-root.ts'
import { runNode, toolEnvironment } from './run-program.ts'

/** The Electron program, or the reason why the browser shell is used instead (a clause that fits after "because"). */
export type ElectronRuntime = { readonly program: string } | { readonly missing: string }

const installTimeoutMs = 25_000
const retryAfterMs = 24 * 60 * 60 * 1000
const failureMark = inProject('node_modules/.cache/electron-not-installable')

/** The runtime on disk, or null. Looks at files only: `require('electron')` without a runtime starts a download. */
export function electronOnDisk(folder: string = inProject('node_modules/electron')): string | null {
  const pathFile = `${folder}/path.txt`
  if (!existsSync(pathFile)) return null
  const program = `${folder}/dist/${readFileSync(pathFile, 'utf8').trim()}`
  return existsSync(program) ? program : null
}

/** The runtime when this machine has it, can install it now, and can show it. */
export async function findElectron(): Promise<ElectronRuntime> {
  const hindrance = whyElectronCannotRun(process.platform, process.env, process.getuid?.() ?? -1)
  if (hindrance !== null) return { missing: hindrance }
  const program = electronOnDisk() ?? (await installElectron())
  return program === null ? { missing: 'the Electron runtime is not installed and could not be fetched' } : { program }
}

/** Reasons that no installation would cure. */
export function whyElectronCannotRun(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, uid: number): string | null {
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'this session has no display'
  if (uid === 0) return 'Electron keeps its sandbox only for an ordinary user, and this is root'
  return null
}

/** Fetches the runtime, quietly; a failure is remembered for a day so that an offline machine starts without delay. */
async function installElectron(): Promise<string | null> {
  if (existsSync(failureMark) && Date.now() - statSync(failureMark).mtimeMs < retryAfterMs) return null
  process.stderr.write('Fetching the Electron runtime (once) …\n')
  await runNode('node_modules/electron/install.js', [], { stdio: 'ignore', env: toolEnvironment(), timeoutMs: installTimeoutMs })
  const program = electronOnDisk()
  mkdirSync(inProject('node_modules/.cache'), { recursive: true })
  if (program === null) writeFileSync(failureMark, '')
  else rmSync(failureMark, { force: true })
  return program
}
