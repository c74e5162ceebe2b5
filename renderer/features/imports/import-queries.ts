import { queryOptions } from '@tanstack/react-query'
import type { PreviewRow, RowState } from '#shared/model/import.ts'
import type { PageQuery } from '#renderer/ui/use-row-windows.ts'
import { call } from '#renderer/api/client.ts'

export const importQueries = {
  all: ['imports'] as const,
  rows: (previewId: string, revision: number, states: readonly RowState[], undecidedOnly: boolean, offset: number, limit: number) =>
    ({
      queryKey: [...importQueries.all, 'rows', previewId, revision, states, undecidedOnly, offset],
      queryFn: () => call('imports.previewRows', { previewId, offset, limit, states: [...states], undecidedOnly }),
    }) satisfies PageQuery<PreviewRow>,
  history: queryOptions({ queryKey: ['imports', 'history'] as const, queryFn: () => call('imports.history', { limit: 100 }) }),
}
