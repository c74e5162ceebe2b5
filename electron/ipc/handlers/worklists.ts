import type { caseloadContract } from '#shared/contract/caseload.ts'
import type { exportsContract } from '#shared/contract/exports.ts'
import type { searchContract } from '#shared/contract/search.ts'
import type { todayContract } from '#shared/contract/today.ts'
import { exportList } from '#electron/services/exports/export-list.ts'
import { printList } from '#electron/services/exports/print-list.ts'
import { findNotes } from '#electron/services/search/search-notes.ts'
import { findPatients } from '#electron/services/search/search-patients.ts'
import { countCaseload } from '#electron/services/worklists/count-caseload.ts'
import { getToday } from '#electron/services/worklists/get-today.ts'
import { listCaseload } from '#electron/services/worklists/list-caseload.ts'
import { removeFilter, savedFilters, saveFilter } from '#electron/services/worklists/saved-filters.ts'
import type { HandlersOf } from '../handler.ts'

export const worklistHandlers: HandlersOf<typeof caseloadContract & typeof exportsContract & typeof searchContract & typeof todayContract> = {
  'caseload.counts': countCaseload,
  'caseload.list': listCaseload,
  'caseload.removeFilter': removeFilter,
  'caseload.saveFilter': saveFilter,
  'caseload.savedFilters': savedFilters,
  'exports.list': exportList,
  'exports.printList': printList,
  'search.notes': findNotes,
  'search.patients': findPatients,
  'today.get': getToday,
}
