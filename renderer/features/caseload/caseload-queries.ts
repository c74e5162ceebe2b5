import { queryOptions } from '@tanstack/react-query'
import type { WorklistDefinition, WorklistRow } from '#shared/model/worklist.ts'
import { call } from '#renderer/api/client.ts'
import type { PageQuery } from '#renderer/ui/use-row-windows.ts'

/** The caseload's answers, under the topic `worklists`: a change of anything a list shows makes them stale (`renderer/api/query-client.ts`). */
export const caseloadQueries = {
  all: ['worklists'] as const,
  page: (definition: WorklistDefinition, offset: number, limit: number) =>
    ({ queryKey: [...caseloadQueries.all, 'list', definition, offset, limit], queryFn: () => call('caseload.list', { definition, offset, limit }) }) satisfies PageQuery<WorklistRow>,
  counts: () => queryOptions({ queryKey: [...caseloadQueries.all, 'counts'], queryFn: () => call('caseload.counts', {}) }),
  savedFilters: () => queryOptions({ queryKey: [...caseloadQueries.all, 'saved-filters'], queryFn: () => call('caseload.savedFilters', {}) }),
}
