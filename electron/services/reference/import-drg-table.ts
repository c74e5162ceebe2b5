import type { Output, Parsed } from '#shared/contract/index.ts'
import { daysOfFiscalYear } from '#shared/domain/utilization/drg-tables.ts'
import { readDrgCsv } from '#shared/domain/utilization/read-drg-csv.ts'
import { DrgTable } from '#shared/model/drg.ts'
import { hasDrgTable, recountExpectedLos, saveDrgTable } from '#electron/store/queries/reference.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { invalid } from '../refusals.ts'
import { gridOf } from './shipped-tables.ts'

/** Loads a fiscal year's MS-DRG table from CSV and recounts the cases it holds for. All or nothing. */
export function importDrgTable({ store, ids, events }: Deps, context: RequestContext, input: Parsed<'reference.importDrgTable'>): Output<'reference.importDrgTable'> {
  const { fiscalYear, source } = input
  const result = readDrgCsv(gridOf(input.csv))
  if (result.kind === 'refused') throw invalid('csv', `Line ${result.line}: ${result.reason} Nothing was loaded.`)
  const table = DrgTable.safeParse({ fiscalYear, ...daysOfFiscalYear(fiscalYear), source, rows: result.rows })
  if (!table.success) throw invalid('csv', 'A row of this table does not make sense. Nothing was loaded.')
  const imported = store.write(context, db => {
    const replaced = hasDrgTable(db, fiscalYear)
    const id = saveDrgTable(db, { id: ids.next('drg_table'), table: table.data, loadedBy: context.actorId, at: context.at })
    const casesRecounted = recountExpectedLos(db, table.data, context.today)
    db.audit({ action: 'reference.drg-table-imported', entity: 'drg_table', entityId: id, detail: { fiscalYear, rows: table.data.rows.length, replaced, casesRecounted } })
    return { fiscalYear, rowCount: table.data.rows.length, replaced, casesRecounted }
  })
  events.changed('reference', 'cases', 'worklists')
  return imported
}
