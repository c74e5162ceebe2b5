import type { referenceContract } from '#shared/contract/reference.ts'
import { importDrgTable } from '#electron/services/reference/import-drg-table.ts'
import { getDrg, listTables, searchDrg } from '#electron/services/reference/look-up.ts'
import type { HandlersOf } from '../handler.ts'

export const referenceHandlers: HandlersOf<typeof referenceContract> = {
  'reference.searchDrg': searchDrg,
  'reference.drg': getDrg,
  'reference.drgTables': listTables,
  'reference.importDrgTable': importDrgTable,
}
