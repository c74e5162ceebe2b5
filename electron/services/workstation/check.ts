import type { Output } from '#shared/contract/index.ts'
import type { CheckStep } from '#shared/contract/workstation.ts'
import { storeChecks } from '#electron/store/checks.ts'
import { getFacility } from '#electron/store/queries/accounts/facility.ts'
import { refused } from '../accounts/errors.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { backupFolderOf, isReachable, isSameDisk } from './backup-folder.ts'

const shells: Readonly<Record<Deps['shell'], CheckStep>> = {
  electron: { name: 'Shell', status: 'ok', detail: 'Desktop program.', about: 'machine', offer: 'none' },
  browser: {
    name: 'Shell', status: 'warning',
    detail: 'Browser shell. What this browser keeps, its extensions, and the lock of the operating system are outside of what Caseboard can protect.',
    about: 'machine', offer: 'none',
  },
  cli: { name: 'Shell', status: 'ok', detail: 'Command line.', about: 'machine', offer: 'none' },
}

/** Every step of the check, one after the other; the long ones run in the reader. Nothing in it is about a patient. */
export async function checkWorkstation({ store, reader, session, profile, shell }: Deps, context: RequestContext): Promise<Output<'workstation.check'>> {
  const keys = session.keyring()
  if (keys === null) throw refused('The workstation was locked in the meantime. Sign in and check again.')
  const facility = store.read(getFacility)
  const backupFolder = backupFolderOf(profile.folder, facility)
  const steps: CheckStep[] = []
  for (const { name, about, run } of storeChecks({ store, reader, dataKey: keys.dataKey, profileId: keys.profileId, backupFolder, at: context.at })) {
    const { status, detail, acceptable } = await run()
    steps.push({ name, status, detail, about, offer: acceptable === true ? 'accept-anchor' : 'none' })
  }
  steps.push(folderStep(backupFolder, profile.folder), shells[shell])
  store.recordRead(context, { action: 'workstation.checked', detail: { failed: steps.filter(({ status }) => status === 'failed').length } })
  return { at: context.at, steps }
}

function folderStep(folder: string, profileFolder: string): CheckStep {
  const step = { name: 'Backup folder', about: 'machine', offer: 'none' } as const
  if (!isReachable(folder)) return { ...step, status: 'warning', detail: 'The backup folder is not there. Is its disk plugged in?' }
  if (isSameDisk(folder, profileFolder)) return { ...step, status: 'warning', detail: 'Same disk: when this disk fails, the backups go with it. An administrator can choose another folder.' }
  return { ...step, status: 'ok', detail: 'On another disk than the data.' }
}
