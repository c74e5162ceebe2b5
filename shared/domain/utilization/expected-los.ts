import type { Case } from '#shared/model/case.ts'
import type { DrgLookup } from '#shared/model/drg.ts'
import type { ExpectedLos, LosProgress, StayFigures } from '#shared/model/utilization.ts'

/**
 * How long the stay is expected to be: a typed goal first, else the GMLOS of the working DRG in the table of the discharge day.
 *
 * `lookup` must have been made for the discharge day, or for today while the stay goes on.
 */
export function expectedLos(goalLosDays: Case['goalLosDays'], lookup: DrgLookup | 'not-assigned'): ExpectedLos {
  if (goalLosDays !== 'none') return { kind: 'goal', days: goalLosDays }
  if (lookup === 'not-assigned') return { kind: 'not-assigned' }
  if (lookup.kind === 'no-table') return lookup
  if (lookup.kind === 'not-in-table') return { kind: 'not-in-table', fiscalYear: lookup.table.fiscalYear }
  const { code: drgCode, gmlosDays } = lookup.drg
  const { fiscalYear, source } = lookup.table
  return gmlosDays === 'unknown' ? { kind: 'no-figure', drgCode, fiscalYear } : { kind: 'gmlos', days: gmlosDays, drgCode, fiscalYear, source }
}

/** The expected days of a table or a goal; unknown when there is no figure. */
export function expectedDays(expected: ExpectedLos): number | 'unknown' {
  return expected.kind === 'goal' || expected.kind === 'gmlos' ? expected.days : 'unknown'
}

/** Where the stay stands against what was expected. Variance in days with one decimal: positive is longer than expected. */
export function losProgress(figures: Pick<StayFigures, 'inpatientMidnights'>, discharged: boolean, expected: ExpectedLos): LosProgress {
  const midnights = figures.inpatientMidnights
  if (midnights === 'none') return { state: 'not-inpatient', expected }
  return { state: 'counted', midnights, discharged, expected, varianceDays: varianceDays(midnights, expectedDays(expected)) }
}

/** Midnights less expected days, exact to one decimal. */
export function varianceDays(midnights: number, expected: number | 'unknown'): number | 'unknown' {
  // In tenths, because 5 - 4.4 is not 0.6 in binary.
  return expected === 'unknown' ? 'unknown' : (midnights * 10 - Math.round(expected * 10)) / 10
}
