import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What one test runner counted; skips carry their reason ("no strace"). */
export interface Counts {
  readonly runner: string
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

/** Runners report into the file named by this variable: one JSON object a line. */
export const countsVariable = 'CASEBOARD_COUNTS'

/** Called by a runner's reporter at its end; does nothing outside `npm test`. */
export function reportCounts(counts: Counts): void {
  const file = process.env[countsVariable]
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(counts)}\n`)
}

/** All counts that runners left in `file`. */
export function readCounts(file: string): Counts[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map(parseCounts)
}

function parseCounts(line: string): Counts {
  const value: unknown = JSON.parse(line)
  if (!isCounts(value)) throw new Error('A test reporter wrote counts in another form.')
  return value
}

function isCounts(value: unknown): value is Counts {
  if (typeof value !== 'object' || value === null) return false
  const { runner, passed, failed, skipped } = Object.assign({ runner: 0, passed: '', failed: '', skipped: 0 }, value)
  return typeof runner === 'string' && Number.isInteger(passed) && Number.isInteger(failed) && Array.isArray(skipped)
}

/** Skips that a build server may have: it has no Electron runtime, and licensed or large samples are not in the tree. */
const permittedInCi = [/^no Electron runtime$/, /^no samples\b/]

/** Reasons of skips that a build server must not have. */
export function forbiddenSkips(all: readonly Counts[]): string[] {
  return all.flatMap((counts) => counts.skipped).filter((reason) => !permittedInCi.some((permitted) => permitted.test(reason)))
}

/** The last line of `npm test`. */
export function totalLine(all: readonly Counts[]): string {
  const sum = (count: (counts: Counts) => number): number => all.reduce((total, counts) => total + count(counts), 0)
  return `${sum((c) => c.passed)} passed, ${sum((c) => c.failed)} failed, ${sum((c) => c.skipped.length)} skipped`
}
