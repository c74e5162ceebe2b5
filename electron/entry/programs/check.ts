import { layers, lint, rules, runSteps, types, unit } from '../steps.ts'

/** `npm run check`: everything that needs no build and no browser, in under a minute. */
const failed = await runSteps([types, lint, rules, layers, unit])
process.stdout.write(failed.length === 0 ? '\ncheck passed\n' : `\ncheck failed: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
