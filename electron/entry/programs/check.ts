import { layers, lint, rules, runBeside, types, unit } from '../steps.ts'

/** `npm run check`: everything that needs no build, no browser and no volume. */
const failed = await runBeside(unit, [types, lint, layers, rules])
process.stdout.write(failed.length === 0 ? '\ncheck passed\n' : `\ncheck failed: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
