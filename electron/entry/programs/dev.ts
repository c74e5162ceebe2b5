import { spawn } from 'node:child_process'
import { findElectron } from '../electron-runtime.ts'
import { buildWhenStale } from '../build-when-stale.ts'
import { inProject, projectRoot } from '../project-root.ts'
import { runNode, toolEnvironment } from '../run-program.ts'

const config = ['--config', 'tests/config/electron.vite.config.ts']
const bundler = 'node_modules/electron-vite/bin/electron-vite.js'

/** `npm run dev`: Electron with hot reload; without a runtime the browser shell on a demo caseload, and every saved source is built anew. */
async function dev(args: readonly string[]): Promise<number> {
  const electron = await findElectron()
  if ('program' in electron) return runNode(bundler, ['dev', ...config, '--', ...args], { cwd: projectRoot, env: toolEnvironment() })
  process.stderr.write(`Browser shell, because ${electron.missing}. Saved renderer files show after a reload; for files of electron/ start again.\n`)
  if (!(await buildWhenStale())) return 1
  const watcher = spawn(process.execPath, [inProject(bundler), 'build', '--watch', ...config, '--logLevel', 'warn'], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
    env: toolEnvironment(),
  })
  try {
    return await runNode('out/main/browser.js', args.length > 0 ? args : ['--demo'])
  } finally {
    watcher.kill()
  }
}

process.exitCode = await dev(process.argv.slice(2))
