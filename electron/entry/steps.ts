import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { inProject, projectRoot } from './project-root.ts'
import { runProgram, toolEnvironment } from './run-program.ts'

/** One gate: a name for people and the command, run from the project root with the project's Node. */
export interface Step {
  readonly name: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

const folders = ['electron', 'renderer', 'shared', 'tests']
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'tests/config/vitest.config.ts']

export const types: Step = { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b', ...folders] }
export const lint: Step = { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '-c', 'tests/config/oxlint.json', ...folders] }
export const rules: Step = { name: 'rules', args: ['node_modules/@ast-grep/cli/ast-grep', 'scan', '-c', 'tests/config/sgconfig.yml', ...folders] }
export const layers: Step = {
  name: 'layers',
  args: [
    '--import',
    './tests/config/typescript-for-layers.js',
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    'tests/config/dependency-cruiser.cjs',
    ...folders,
  ],
}
export const unit: Step = { name: 'unit and integration', args: [...vitest, '--project', '!faults', '--project', '!whole'] }
export const whole: Step = { name: 'whole programs and samples', args: [...vitest, '--project', 'whole'] }
export const faults: Step = { name: 'fault proofs', args: [...vitest, '--project', 'faults'] }
export const e2e: Step = { name: 'end to end', args: ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/config/playwright.config.ts'] }

/** Runs one step with its output shown, prints its time, and answers whether it passed. */
export async function runStep(step: Step, extraArgs: readonly string[] = []): Promise<boolean> {
  const from = performance.now()
  process.stdout.write(`\n── ${step.name}\n`)
  const code = await runProgram(process.execPath, [...step.args, ...extraArgs], { cwd: projectRoot, env: toolEnvironment(step.env) })
  process.stdout.write(endingOf(step, code, from))
  return code === 0
}

/** Runs one step and keeps what it says; the file takes more than a pipe holds and keeps both streams in order. */
async function runQuietly(step: Step): Promise<{ readonly code: number; readonly output: string; readonly ending: string }> {
  const from = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-step-'))
  const file = join(folder, 'output')
  const said = openSync(file, 'a')
  try {
    const code = await runProgram(process.execPath, step.args, { cwd: projectRoot, env: toolEnvironment(step.env), stdio: ['ignore', said, said] })
    return { code, output: readFileSync(file, 'utf8'), ending: endingOf(step, code, from) }
  } finally {
    closeSync(said)
    rmSync(folder, { recursive: true })
  }
}

function endingOf({ name }: Step, code: number, from: number): string {
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  return `── ${name}: ${code === 0 ? 'passed' : `failed (exit ${code})`} in ${seconds} s\n`
}

/** Runs every step, also after a failure, and answers the names of those that failed. */
export async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = []
  for (const step of steps) if (!(await runStep(step))) failed.push(step.name)
  return failed
}

/**
 * Runs the first step with its output shown and, one after the other beside it, the others, whose output follows when they are done: a machine
 * has at least two cores, and lint fills the time in which tests wait. Answers the names of those that failed.
 */
export async function runBeside(first: Step, others: readonly Step[]): Promise<string[]> {
  const failed: string[] = []
  const endings: string[] = []
  const beside = (async () => {
    for (const step of others) {
      const { code, output, ending } = await runQuietly(step)
      endings.push(`\n── ${step.name}\n${output}${ending}`)
      if (code !== 0) failed.push(step.name)
    }
  })()
  if (!(await runStep(first))) failed.unshift(first.name)
  await beside
  process.stdout.write(endings.join(''))
  return failed
}

/** Where the runners of one `npm test` leave their counts. */
export const countsFile = inProject('node_modules/.cache/counts.jsonl')
