import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter'
import { reportCounts } from '../../electron/entry/counts.ts'

/** Adds this run to the sum of `npm test`. */
export default class CountsReporter implements Reporter {
  #suite: Suite | undefined

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? []
    const outcomes = tests.map((test) => ({ outcome: test.outcome(), annotations: test.annotations.concat(test.results.flatMap((r) => r.annotations)) }))
    reportCounts({
      runner: 'playwright',
      passed: outcomes.filter(({ outcome }) => outcome === 'expected' || outcome === 'flaky').length,
      failed: outcomes.filter(({ outcome }) => outcome === 'unexpected').length,
      skipped: outcomes
        .filter(({ outcome }) => outcome === 'skipped')
        .map(({ annotations }) => annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'),
    })
  }
}
