import { buildWhenStale } from '../build-when-stale.ts'
import { inProject, projectRoot } from '../project-root.ts'
import { runNode, runProgram, toolEnvironment } from '../run-program.ts'

const fetchTimeoutMs = 120_000

/** `npm run dist`: installers into `release/`, or one plain sentence where no Electron runtime can be had. Arguments go to electron-builder. */
async function dist(args: readonly string[]): Promise<number> {
  if (!(await runtimeCanBeHad())) {
    process.stderr.write('No installer was made, because the Electron runtime could not be fetched: run this on a machine that can reach its download page.\n')
    return 1
  }
  if (!(await buildWhenStale('release'))) return 1
  return runNode('node_modules/electron-builder/cli.js', ['--config', 'electron-builder.yml', '--publish', 'never', ...args], {
    cwd: projectRoot,
    env: toolEnvironment(),
  })
}

/** The installer of the electron package fetches the same archive electron-builder packs, so its answer holds for both. */
async function runtimeCanBeHad(): Promise<boolean> {
  const code = await runProgram(process.execPath, [inProject('node_modules/electron/install.js')], {
    stdio: 'ignore',
    env: toolEnvironment(),
    timeoutMs: fetchTimeoutMs,
  })
  return code === 0
}

process.exitCode = await dist(process.argv.slice(2))
