import { z } from 'zod'
import { DrgCode } from './case.ts'
import { Count, Day, Line, known } from './scalars.ts'

/** One MS-DRG of one federal fiscal year. Days with one decimal, as published. */
export const Drg = z.strictObject({
  code: DrgCode,
  title: Line,
  mdc: known(Line),
  type: z.literal(['medical', 'surgical', 'unknown']),
  weight: known(z.number().nonnegative()),
  gmlosDays: known(z.number().positive()),
  amlosDays: known(z.number().positive()),
  postAcuteTransfer: known(z.literal(['yes', 'no'])),
  specialPay: known(z.literal(['yes', 'no'])),
})
export type Drg = z.output<typeof Drg>

/** Federal fiscal year: FY2027 runs from 2026-10-01 to 2027-09-30. */
export const FiscalYear = z.number().int().min(2000).max(2100)
export type FiscalYear = z.output<typeof FiscalYear>

/** Which discharges a DRG table holds for, and who published it; without its rows. */
export const DrgTableHead = z.strictObject({ fiscalYear: FiscalYear, effectiveOn: Day, throughOn: Day, source: Line })
export type DrgTableHead = z.output<typeof DrgTableHead>
export const DrgTable = DrgTableHead.extend({ rows: z.array(Drg).min(1).max(2000) })
export type DrgTable = z.output<typeof DrgTable>
/** What the tables say of one DRG on one day of discharge. `no-table` names the year that would be needed. */
export const DrgLookup = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), drg: Drg, table: DrgTableHead }),
  z.strictObject({ kind: z.literal('not-in-table'), table: DrgTableHead }),
  z.strictObject({ kind: z.literal('no-table'), fiscalYear: FiscalYear }),
])
export type DrgLookup = z.output<typeof DrgLookup>

export const DrgTableSummary = DrgTableHead.extend({ rowCount: Count, loadedBy: z.union([z.literal('shipped'), Line]) })
export type DrgTableSummary = z.output<typeof DrgTableSummary>
