import { queryOptions } from '@tanstack/react-query'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'

/** Under `notes`; tasks and contacts are told under their own topics and refreshed with it (`renderer/api/query-client.ts`). */
export const activityQueries = {
  all: ['notes'] as const,
  of: (patientId: PatientId, caseId: CaseId | 'any') => queryOptions({ queryKey: [...activityQueries.all, patientId, caseId], queryFn: () => call('notes.activity', { patientId, caseId }) }),
}
