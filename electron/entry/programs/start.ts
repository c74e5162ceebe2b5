import { buildWhenStale } from '../build-when-stale.ts'
import { findElectron } from '../electron-runtime.ts'
import { projectRoot } from '../project-root.ts'
import { runNode, runProgram } from '../run-program.ts'

/** `npm start`: the window in Electron, else one clear line why not and the browser shell. Arguments go to the shell unchanged. */
async function start(args: readonly string[]): Promise<number> {
  if (!(await buildWhenStale())) return 1
  const electron = await findElectron()
  if ('program' in electron) return runProgram(electron.program, [projectRoot, ...args])
  process.stderr.write(`Caseboard opens in the browser shell, because ${electron.missing}.\n`)
  return runNode('out/main/browser.js', args)
}

process.exitCode = await start(process.argv.slice(2))
