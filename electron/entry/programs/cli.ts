import { buildWhenStale } from '../build-when-stale.ts'
import { runNode } from '../run-program.ts'
import { inheritedStreams } from '../node-gate.js'

/** `npm run cli -- COMMAND`: the command line of the built program; the build's words go to standard error. */
async function cli(args: readonly string[]): Promise<number> {
  if (!(await buildWhenStale())) return 1
  return runNode('out/main/cli.js', args, { stdio: inheritedStreams(process.argv) })
}

process.exitCode = await cli(process.argv.slice(2))
