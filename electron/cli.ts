import { runCli } from './cli/run.ts'

/** The command line: for the facility's IT and for unattended jobs. */
process.exitCode = await runCli(process.argv.slice(2))
