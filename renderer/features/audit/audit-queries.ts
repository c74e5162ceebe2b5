import { queryOptions } from '@tanstack/react-query'
import type { AuditFilter } from '#shared/contract/audit.ts'
import type { Input } from '#shared/contract/index.ts'
import { call } from '#renderer/api/client.ts'

export type AuditSort = Input<'audit.list'>['sort']

export const auditQueries = {
  /** The history grows with every look at it: a page is what it was when it was asked for. */
  page: (filter: AuditFilter, sort: AuditSort, asked: number) => (offset: number, limit: number) => ({
    queryKey: ['audit', filter, sort, asked, offset] as const,
    queryFn: () => call('audit.list', { filter, sort, offset, limit }),
    staleTime: Infinity,
  }),
  actions: queryOptions({ queryKey: ['audit', 'actions'] as const, queryFn: () => call('audit.actions', {}) }),
}
