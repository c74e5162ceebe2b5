import { mkdirSync, rmSync } from 'node:fs'
import { buildWhenStale } from '../build-when-stale.ts'
import { countsVariable, forbiddenSkips, readCounts, totalLine } from '../counts.ts'
import { inProject } from '../project-root.ts'
import { countsFile, e2e, faults, layers, lint, rules, runBeside, runSteps, types, unit, whole } from '../steps.ts'

/**
 * `npm test`: check, whole programs and samples, build, fault proofs, end to end. Ends with `N passed, N failed, N skipped` alone on a line, over all runners.
 * With CI=true a skip fails, except for the Electron runtime and absent samples.
 */
async function test(): Promise<number> {
  mkdirSync(inProject('node_modules/.cache'), { recursive: true })
  rmSync(countsFile, { force: true })
  process.env[countsVariable] = countsFile
  const failed = [...(await runBeside(unit, [types, lint, layers, rules])), ...(await runSteps([whole]))]
  if (await buildWhenStale()) failed.push(...(await runSteps([faults, e2e])))
  else failed.push('build')
  return conclude(failed)
}

function conclude(failed: string[]): number {
  const counts = readCounts(countsFile)
  const skips = counts.flatMap((runner) => runner.skipped)
  process.stdout.write('\n')
  for (const [reason, times] of tally(skips)) process.stdout.write(`skipped: ${reason}${times > 1 ? ` (${times} times)` : ''}\n`)
  const forbidden = process.env['CI'] === 'true' ? forbiddenSkips(counts) : []
  if (forbidden.length > 0) failed.push(`skips that CI does not permit (${forbidden.length})`)
  if (failed.length > 0) process.stdout.write(`failed: ${failed.join(', ')}\n`)
  process.stdout.write(`${totalLine(counts)}\n`)
  return failed.length === 0 ? 0 : 1
}

function tally(reasons: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1)
  return times
}

process.exitCode = await test()
