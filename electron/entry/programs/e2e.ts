import { buildWhenStale } from '../build-when-stale.ts'
import { e2e, runStep } from '../steps.ts'

/** `npm run e2e [-- FILTER …]`: the journeys against a fresh build; arguments go to Playwright. */
process.exitCode = (await buildWhenStale()) && (await runStep(e2e, process.argv.slice(2))) ? 0 : 1
