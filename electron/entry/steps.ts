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
export const unit: Step = { name: 'unit and integration', args: [...vitest, '--project', '!faults'] }
export const faults: Step = { name: 'fault proofs', args: [...vitest, '--project', 'faults'] }
export const e2e: Step = { name: 'end to end', args: ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/config/playwright.config.ts'] }

/** Runs one step with its output shown, prints its time, and answers whether it passed. */
export async function runStep(step: Step, extraArgs: readonly string[] = []): Promise<boolean> {
  const from = performance.now()
  process.stdout.write(`\n── ${step.name}\n`)
  const code = await runProgram(process.execPath, [...step.args, ...extraArgs], { cwd: projectRoot, env: toolEnvironment(step.env) })
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  process.stdout.write(`── ${step.name}: ${code === 0 ? 'passed' : `failed (exit ${code})`} in ${seconds} s\n`)
  return code === 0
}

/** Runs every step, also after a failure, and answers the names of those that failed. */
export async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = []
  for (const step of steps) if (!(await runStep(step))) failed.push(step.name)
  return failed
}

/** Where the runners of one `npm test` leave their counts. */
export const countsFile = inProject('node_modules/.cache/counts.jsonl')
