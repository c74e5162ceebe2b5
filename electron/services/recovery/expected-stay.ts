import { fiscalYearOf, noTableSentence } from '#shared/domain/utilization/drg-tables.ts'
import { plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { ExpectedStay } from '#shared/model/recovery.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { gmlosOf, type CaseRow } from '#electron/store/queries/recovery/case-facts.ts'

/**
 * How long the stay is expected to take, counted in midnights from the day of the inpatient order: a payer's goal first, else the GMLOS of the
 * working DRG in the table of the discharge day (today while the stay goes on). `endsOn` is the nearest whole day, at least one.
 */
export function expectedStay(
  db: ReadDb, { goalTenths, drgCode }: Pick<CaseRow, 'goalTenths' | 'drgCode'>, inpatientFrom: PlainDate | 'unknown', dischargedOn: PlainDate | 'not-discharged', today: PlainDate,
): ExpectedStay {
  const figure = expectedFigure(db, goalTenths, drgCode, dischargedOn === 'not-discharged' ? today : dischargedOn)
  if ('why' in figure) return { state: 'unknown', why: figure.why }
  if (inpatientFrom === 'unknown') return { state: 'unknown', why: `${figure.label}; no inpatient order yet` }
  return { state: 'known', ...figure, endsOn: plusDays(inpatientFrom, Math.max(1, Math.round(figure.days))) }
}

type Figure = { readonly source: 'gmlos' | 'goal'; readonly days: number; readonly label: string } | { readonly why: string }

function expectedFigure(db: ReadDb, goalTenths: number | null, drgCode: string, on: PlainDate): Figure {
  if (goalTenths !== null) return { source: 'goal', days: goalTenths / 10, label: `Goal ${oneDecimal(goalTenths)} d` }
  if (drgCode === 'not-assigned') return { why: 'DRG not assigned yet' }
  const gmlos = gmlosOf(db, drgCode, on)
  if (gmlos === 'no-table') return { why: noTableSentence(fiscalYearOf(on)) }
  if (gmlos.days === 'unknown') return { why: `DRG ${drgCode} has no GMLOS in FY${gmlos.fiscalYear}` }
  return { source: 'gmlos', days: gmlos.days, label: `GMLOS ${oneDecimal(Math.round(gmlos.days * 10))} d, DRG ${drgCode}, FY${gmlos.fiscalYear}` }
}

const oneDecimal = (tenths: number): string => `${Math.trunc(tenths / 10)}.${tenths % 10}`
