import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'

export const caseQueries = {
  all: ['cases'] as const,
  detail: (caseId: CaseId) => queryOptions({ queryKey: [...caseQueries.all, 'detail', caseId], queryFn: () => call('cases.get', { caseId }) }),
  choices: () => queryOptions({ queryKey: ['people', 'case-choices'] as const, queryFn: () => call('cases.choices', {}) }),
}
