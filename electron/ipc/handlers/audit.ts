import type { auditContract } from '#shared/contract/audit.ts'
import { auditActions, listAudit } from '#electron/services/accounts/audit.ts'
import type { HandlersOf } from '../handler.ts'

export const auditHandlers: HandlersOf<typeof auditContract> = {
  'audit.list': listAudit,
  'audit.actions': auditActions,
}
