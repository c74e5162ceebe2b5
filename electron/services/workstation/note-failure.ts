import type { WriteOrigin } from '#electron/store/db.ts'
import { StoreError } from '#electron/store/store-error.ts'
import type { CoreDeps, Deps } from '../deps.ts'

/** What went wrong with the workstation itself and belongs in the history, where the privacy officer looks, not only in the log. */
export type Failure = 'backup.failed' | 'store.damage-found' | 'import.reader-ended'

/** Puts a failure into the history with figures and kinds only. It may itself meet the damage it tells of, or a store that is closed by now: then the log has to do. */
export function noteFailure(deps: Pick<Deps, 'session' | 'log'> & Pick<CoreDeps, 'clock'>, origin: WriteOrigin, action: Failure, detail: Readonly<Record<string, string | number>>): void {
  try {
    // Later than the sign-in or the question it belongs to, perhaps behind a store that got a new key.
    deps.session.open()?.deps.store.recordRead({ ...origin, at: deps.clock.now() }, { action, detail })
  } catch (error) {
    deps.log.warn('failure.not-in-history', { action, name: error instanceof Error ? error.name : 'unknown' })
  }
}

/** The kind of an error, without its message, which may name a folder. */
export function kindOfError(error: unknown): string {
  if (error instanceof StoreError) return error.kind
  return error instanceof Error ? error.name : 'unknown'
}
