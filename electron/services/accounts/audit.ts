import type { Output, Parsed } from '#shared/contract/index.ts'
import { listAuditActions, pageAudit } from '#electron/store/queries/audit-report.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** One window of the history. The first window of a search is itself noted, with what was searched for. */
export function listAudit({ store }: Deps, context: RequestContext, input: Parsed<'audit.list'>): Output<'audit.list'> {
  const page = store.read(db => pageAudit(db, { ...input, zone: context.zone }))
  if (input.offset === 0) {
    const by = (['personId', 'patientId', 'action', 'from', 'to'] as const).filter(key => input.filter[key] !== undefined)
    store.recordRead(context, { action: 'audit.viewed', entity: null, entityId: null, ...(input.filter.patientId !== undefined && { patientId: input.filter.patientId }), detail: { by } })
  }
  return page
}

export function auditActions({ store }: Deps): Output<'audit.actions'> {
  return store.read(listAuditActions)
}
