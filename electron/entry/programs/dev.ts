import { spawn } from 'node:child_process'
import { findElectron } from '../electron-runtime.ts'
import { buildWhenStale } from '../build-when-stale.ts'
import { inProject, projectRoot } from '../project-root.ts'
import { runNode, runProgram, toolEnvironment } from '../run-program.ts'

/** `npm run dev`: the program on a demo caseload, in Electron or without a runtime in the browser shell, while every saved source is built anew. */
async function dev(args: readonly string[]): Promise<number> {
  const electron = await findElectron()
  if ('missing' in electron) process.stderr.write(`Browser shell, because ${electron.missing}.\n`)
  if (!(await buildWhenStale())) return 1
  process.stderr.write('Saved files of renderer/ show after a reload; for files of electron/ start again.\n')
  const watcher = spawn(process.execPath, [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--watch', '--config', 'tests/config/electron.vite.config.ts', '--logLevel', 'warn'], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
    env: toolEnvironment(),
  })
  const words = args.length > 0 ? args : ['--demo']
  const env = { ...process.env, CASEBOARD_WATCHED: 'yes' }
  try {
    return await ('program' in electron ? runProgram(electron.program, [projectRoot, ...words], { env }) : runNode('out/main/browser.js', words, { env }))
  } finally {
    watcher.kill()
  }
}

process.exitCode = await dev(process.argv.slice(2))
