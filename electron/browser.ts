import { runBrowserShell } from './browser/run.ts'

/** The browser shell: the same page and the same core, served on the loopback interface for machines without an Electron runtime. */
process.exitCode = await runBrowserShell(process.argv.slice(2))
