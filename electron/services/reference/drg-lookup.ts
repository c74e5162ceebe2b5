import { drgTableFor, lookUpDrg } from '#shared/domain/utilization/drg-tables.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { DrgLookup, DrgTable, DrgTableSummary } from '#shared/model/drg.ts'
import type { Resources } from '#electron/platform/resources.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { findDrg, findDrgTableFor, listDrgTables } from '#electron/store/queries/reference.ts'
import { shippedTables } from './shipped-tables.ts'

/** The table that holds for a discharge on that day: the facility's own first, then the shipped one. */
export function tableFor(db: ReadDb, resources: Resources, dischargeOn: PlainDate): DrgTable | null {
  return findDrgTableFor(db, dischargeOn) ?? drgTableFor(shippedTables(resources), dischargeOn)
}

/** What the tables say of a DRG for a discharge on that day. */
export function drgOn(db: ReadDb, resources: Resources, code: string, dischargeOn: PlainDate): DrgLookup {
  const stored = findDrg(db, code, dischargeOn)
  return stored.kind === 'no-table' ? lookUpDrg(shippedTables(resources), code, dischargeOn) : stored
}

/** All tables that can be used, newest year first. */
export function allTables(db: ReadDb, resources: Resources): DrgTableSummary[] {
  const stored = listDrgTables(db)
  const others = shippedTables(resources).filter(table => !stored.some(each => each.fiscalYear === table.fiscalYear))
  const summaries = others.map(({ rows, ...head }): DrgTableSummary => ({ ...head, rowCount: rows.length, loadedBy: 'shipped' }))
  return [...stored, ...summaries].sort((a, b) => b.fiscalYear - a.fiscalYear)
}
