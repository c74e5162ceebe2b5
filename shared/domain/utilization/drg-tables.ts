import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { DrgLookup, DrgTable, FiscalYear } from '#shared/model/drg.ts'

/** The federal fiscal year of a discharge day: 2026-10-01 is the first day of FY2027, 2026-09-30 the last of FY2026. */
export function fiscalYearOf(dischargeOn: PlainDate): FiscalYear {
  const year = Number(dischargeOn.slice(0, 4))
  return dischargeOn.slice(5) >= '10-01' ? year + 1 : year
}

/** First and last discharge day of a fiscal year's table, as texts of days. */
export function daysOfFiscalYear(fiscalYear: FiscalYear): { readonly effectiveOn: string; readonly throughOn: string } {
  return { effectiveOn: `${fiscalYear - 1}-10-01`, throughOn: `${fiscalYear}-09-30` }
}

/** The table that holds for a discharge on that day; null when it is not loaded. Another year's table never stands in. */
export function drgTableFor<Table extends Pick<DrgTable, 'effectiveOn' | 'throughOn'>>(tables: readonly Table[], dischargeOn: PlainDate): Table | null {
  return tables.find(table => table.effectiveOn <= dischargeOn && dischargeOn <= table.throughOn) ?? null
}

/** What the loaded tables say of a DRG for a discharge on that day. */
export function lookUpDrg(tables: readonly DrgTable[], code: string, dischargeOn: PlainDate): DrgLookup {
  const table = drgTableFor(tables, dischargeOn)
  if (table === null) return { kind: 'no-table', fiscalYear: fiscalYearOf(dischargeOn) }
  const { rows, ...head } = table
  const drg = rows.find(row => row.code === code)
  return drg === undefined ? { kind: 'not-in-table', table: head } : { kind: 'found', drg, table: head }
}

/** "No table for FY2026 loaded". */
export const noTableSentence = (fiscalYear: FiscalYear): string => `No table for FY${fiscalYear} loaded`
