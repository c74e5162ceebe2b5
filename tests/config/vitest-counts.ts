import type { Reporter, TestModule } from 'vitest/node'
import { reportCounts } from '../../electron/entry/counts.ts'

/** Adds this run to the sum of `npm test`. A file that could not be loaded counts as one failure. */
export class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const results = tests.map((test) => test.result())
    const broken = modules.filter((module) => module.errors().length > 0).length
    reportCounts({
      runner: 'vitest',
      passed: results.filter((result) => result.state === 'passed').length,
      failed: results.filter((result) => result.state === 'failed').length + broken,
      skipped: results.flatMap((result) => (result.state === 'skipped' ? [result.note ?? 'no reason given'] : [])),
    })
  }
}
