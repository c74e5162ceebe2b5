import type { Output } from '#shared/contract/index.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { backUp } from './back-up.ts'
import { asBackup } from './backups.ts'

export async function backUpNow(deps: Deps, context: RequestContext): Promise<Output<'workstation.backUpNow'>> {
  const job = deps.jobs.start(context, 'Making a backup', 'unknown')
  const backup = await backUp(deps, context, 'asked', job.signal)
  return asBackup(backup, backup.profileId)
}
