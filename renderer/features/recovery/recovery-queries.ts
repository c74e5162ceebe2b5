import { queryOptions } from '@tanstack/react-query'
import type { CaseId } from '#shared/model/ids.ts'
import type { Anchors, TemplateId } from '#shared/model/recovery-template.ts'
import { call } from '#renderer/api/client.ts'

/** Every question about a recovery; `data.changed` with the topic `recovery` makes them stale. */
export const recoveryQueries = {
  all: ['recovery'] as const,
  ofCase: (caseId: CaseId) => queryOptions({ queryKey: [...recoveryQueries.all, 'case', caseId], queryFn: () => call('recovery.get', { caseId }) }),
  suggestions: (caseId: CaseId) => queryOptions({ queryKey: [...recoveryQueries.all, 'suggestions', caseId], queryFn: () => call('recovery.suggest', { caseId }) }),
  preview: (caseId: CaseId, templateId: TemplateId, anchors: Anchors) =>
    queryOptions({ queryKey: [...recoveryQueries.all, 'preview', caseId, templateId, anchors], queryFn: () => call('recovery.preview', { caseId, templateId, anchors }), placeholderData: before => before }),
  templates: () => queryOptions({ queryKey: [...recoveryQueries.all, 'templates'], queryFn: () => call('recovery.templates', {}) }),
}
