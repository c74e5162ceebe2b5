import { noTableSentence } from '#shared/domain/utilization/drg-tables.ts'
import type { ExpectedLos } from '#shared/model/utilization.ts'

/** What stands under the length of stay: the source of the expectation, or why there is none. */
export function expectedWords(expected: ExpectedLos): string {
  switch (expected.kind) {
    case 'goal': return `Goal ${expected.days} d, typed`
    case 'gmlos': return `GMLOS ${expected.days} d, FY${expected.fiscalYear}`
    case 'not-assigned': return 'DRG not assigned yet'
    case 'no-table': return noTableSentence(expected.fiscalYear)
    case 'not-in-table': return `Not in the FY${expected.fiscalYear} table`
    case 'no-figure': return `No GMLOS in FY${expected.fiscalYear}`
  }
}
