import type { WriteDb } from '#electron/store/db.ts'
import { hasDrgTable, saveDrgTable } from '#electron/store/queries/reference.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { shippedTables } from './shipped-tables.ts'

/**
 * Puts the tables that travel with the program into the store unless that year is there already: a table the facility loaded itself wins.
 *
 * Call it in the write that gives a case a DRG; lists count the expected stay from the store.
 */
export function ensureShippedTables(db: WriteDb, { resources, ids }: Pick<Deps, 'resources' | 'ids'>, { at }: Pick<RequestContext, 'at'>): void {
  for (const table of shippedTables(resources)) {
    if (hasDrgTable(db, table.fiscalYear)) continue
    const id = saveDrgTable(db, { id: ids.next('drg_table'), table, loadedBy: 'shipped', at })
    db.audit({ action: 'reference.drg-table-loaded', entity: 'drg_table', entityId: id, detail: { fiscalYear: table.fiscalYear, rows: table.rows.length } })
  }
}
