import { buildWhenStale } from '../build-when-stale.ts'
import { projectRoot } from '../project-root.ts'
import { runNode, toolEnvironment } from '../run-program.ts'

/** `npm run bench [-- --json]`: measures sources and build; with `--json` one object a line on standard output and nothing else. */
async function bench(args: readonly string[]): Promise<number> {
  if (!(await buildWhenStale())) return 1
  return runNode('tests/bench/run.ts', args, { cwd: projectRoot, env: toolEnvironment() })
}

process.exitCode = await bench(process.argv.slice(2))
