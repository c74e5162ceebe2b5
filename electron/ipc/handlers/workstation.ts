import type { workstationContract } from '#shared/contract/workstation.ts'
import { acceptAnchor } from '#electron/services/workstation/accept-anchor.ts'
import { backUpNow } from '#electron/services/workstation/back-up-now.ts'
import { findBackups, listBackups } from '#electron/services/workstation/backups.ts'
import { checkWorkstation } from '#electron/services/workstation/check.ts'
import { restore } from '#electron/services/workstation/restore.ts'
import type { HandlersOf } from '../handler.ts'

export const workstationHandlers: HandlersOf<typeof workstationContract> = {
  'workstation.check': checkWorkstation,
  'workstation.acceptAnchor': acceptAnchor,
  'workstation.backups': listBackups,
  'workstation.backUpNow': backUpNow,
  'workstation.findBackups': findBackups,
  'workstation.restore': restore,
}
