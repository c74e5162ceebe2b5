import type { WriteOrigin } from '#electron/store/db.ts'
import { problemOfAnchor } from '#electron/store/anchor.ts'
import { CancelledError } from '#electron/store/store-error.ts'
import { storeSentence } from '#electron/store/store-messages.ts'
import { minutesBetween } from '#shared/kernel/instant.ts'
import { mayDo } from '#shared/model/permission.ts'
import { Role } from '#shared/model/role.ts'
import { listBackups } from '#electron/store/backup.ts'
import { getFacility } from '#electron/store/queries/accounts/facility.ts'
import type { Deps } from '../deps.ts'
import { backUpIfDue } from './back-up.ts'
import { backupFolderOf, isReachable, isSameDisk } from './backup-folder.ts'
import { noteFailure } from './note-failure.ts'

/** A daily backup that was missed twice. */
const STALE_HOURS = 48

/**
 * What happens behind the first screen: the checks of the file in the reader, the daily backup. Nobody waits for it.
 * The command line does one thing and ends; it has `check` and `backup` of its own.
 */
export function afterUnlock(deps: Deps, origin: WriteOrigin): void {
  if (deps.shell === 'cli') return
  void checkInBackground(deps, origin).then(() => backUpDaily(deps, origin)).then(() => {
    tellOfBackups(deps, origin)
  }).catch((error: unknown) => { deps.log.warn('backup.not-judged', { name: error instanceof Error ? error.name : 'unknown' }) })
}

/** Tells, and notes in the history, when file and anchor do not agree. */
export function tellAnchor({ store, events }: Deps, origin: WriteOrigin): void {
  const problem = problemOfAnchor(store.anchorState)
  if (problem === null) return
  store.recordRead(origin, { action: 'anchor.warned', detail: { warning: store.anchorState.kind } })
  events.emit('store.notice', { severity: 'danger', message: storeSentence(problem) })
}

async function checkInBackground(deps: Deps, origin: WriteOrigin): Promise<void> {
  const { reader, events, log } = deps
  events.emit('store.notice', { severity: 'info', message: 'Checking the data file…' })
  try {
    const pages = await reader.run('quickCheck', null)
    const chain = await reader.run('verifyChain', null)
    const rows = await reader.run('verifyRows', null)
    if (pages === 'ok' && chain.brokenAt === null && rows.findings.length === 0) {
      events.emit('store.notice', { severity: 'info', message: 'Data file and history checked' })
      return
    }
    events.emit('store.notice', { severity: 'danger', message: storeSentence(pages === 'ok' ? { kind: 'history-altered' } : { kind: 'damaged', backup: null }) })
    noteFailure(deps, origin, 'store.damage-found', { pages: pages === 'ok' ? 'ok' : 'damaged', history: chain.brokenAt === null ? 'ok' : 'altered', rows: rows.findings.length })
  } catch (error) {
    if (error instanceof CancelledError) return
    log.warn('check.failed', { name: error instanceof Error ? error.name : 'unknown' })
    events.emit('store.notice', { severity: 'warning', message: 'The data file could not be checked this time. Run “Check workstation”.' })
  }
}

/**
 * What is wrong with the backups as they are, to those who can change it, at each unlock until it is right: their folder, their disk, their age.
 */
export function tellOfBackups(deps: Deps, { role }: WriteOrigin): void {
  const { session, profile, clock, events } = deps
  const store = session.open()?.deps.store
  if (profile.demo || store === undefined || !mayRunBackups(role)) return
  const folder = backupFolderOf(profile.folder, store.read(getFacility))
  const warn = (message: string): void => { events.emit('store.notice', { severity: 'warning', message }) }
  if (!isReachable(folder)) warn('The backup folder is not there. Is its disk plugged in? See Backup.')
  else if (isSameDisk(folder, profile.folder)) warn('The backups lie on the disk of the data: when it fails, both are gone. An administrator can choose another folder under Facility.')
  const newest = listBackups(folder, session.keyring()?.profileId)[0]
  if (newest === undefined) warn('There is no backup of this workstation in its backup folder. See Backup.')
  else if (minutesBetween(newest.at, clock.now()) > STALE_HOURS * 60) warn(`The newest backup is ${Math.floor(minutesBetween(newest.at, clock.now()) / (24 * 60))} days old. See Backup.`)
}

function mayRunBackups(role: string): boolean {
  const known = Role.safeParse(role)
  return known.success && mayDo(known.data, 'backup.run')
}

async function backUpDaily(deps: Deps, origin: WriteOrigin): Promise<void> {
  if (deps.profile.demo) return
  try {
    // The store may have got a new key while it was being checked.
    await backUpIfDue(deps.session.open()?.deps ?? deps, origin)
  } catch (error) {
    if (error instanceof CancelledError || deps.session.keyring() === null) return
    deps.log.warn('backup.failed', { name: error instanceof Error ? error.name : 'unknown' })
    deps.events.emit('store.notice', { severity: 'warning', message: 'Today’s backup could not be made. Your data is safe here; an administrator should look at the backup folder.' })
  }
}
