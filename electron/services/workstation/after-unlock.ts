import type { WriteOrigin } from '#electron/store/db.ts'
import { problemOfAnchor } from '#electron/store/anchor.ts'
import { CancelledError } from '#electron/store/store-error.ts'
import { storeSentence } from '#electron/store/store-messages.ts'
import type { Deps } from '../deps.ts'
import { backUpIfDue } from './back-up.ts'

/**
 * What happens behind the first screen: the checks of the file in the reader, the daily backup. Nobody waits for it.
 * The command line does one thing and ends; it has `check` and `backup` of its own.
 */
export function afterUnlock(deps: Deps, origin: WriteOrigin): void {
  if (deps.shell === 'cli') return
  void checkInBackground(deps).then(() => backUpDaily(deps, origin))
}

/** Tells, and notes in the history, when file and anchor do not agree. */
export function tellAnchor({ store, events }: Deps, origin: WriteOrigin): void {
  const problem = problemOfAnchor(store.anchorState)
  if (problem === null) return
  store.recordRead(origin, { action: 'anchor.warned', detail: { warning: store.anchorState.kind } })
  events.emit('store.notice', { severity: 'danger', message: storeSentence(problem) })
}

async function checkInBackground({ reader, events, log }: Deps): Promise<void> {
  events.emit('store.notice', { severity: 'info', message: 'Checking the data file…' })
  try {
    const pages = await reader.run('quickCheck', null)
    const chain = await reader.run('verifyChain', null)
    const rows = await reader.run('verifyRows', null)
    if (pages !== 'ok') events.emit('store.notice', { severity: 'danger', message: storeSentence({ kind: 'damaged', backup: null }) })
    else if (chain.brokenAt !== null || rows.findings.length > 0) events.emit('store.notice', { severity: 'danger', message: storeSentence({ kind: 'history-altered' }) })
    else events.emit('store.notice', { severity: 'info', message: 'Data file and history checked' })
  } catch (error) {
    if (error instanceof CancelledError) return
    log.warn('check.failed', { name: error instanceof Error ? error.name : 'unknown' })
    events.emit('store.notice', { severity: 'warning', message: 'The data file could not be checked this time. Run “Check workstation”.' })
  }
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
