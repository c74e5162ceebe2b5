import type { PersonId } from '#shared/model/ids.ts'
import { peopleWithSlots, type UnlockedKeyring } from '#electron/security/keyring.ts'
import { discardStore, rotateDataKey } from '#electron/security/rotate.ts'
import { sweepStores } from '#electron/security/sweep-stores.ts'
import { listDisabledPeople } from '#electron/store/queries/accounts/people.ts'
import type { WriteOrigin } from '#electron/store/db.ts'
import { StoreError } from '#electron/store/store-error.ts'
import type { Store } from '#electron/store/store.ts'
import type { Deps, SessionKeeper } from '../deps.ts'

interface Current {
  readonly store: Store
  readonly keyring: UnlockedKeyring
}

/** Gives the store a new data key without these people and goes on with it. Runs without a pause, so that nothing is written to the store that goes. */
export function renewDataKey(session: SessionKeeper, { store, keyring }: Current, origin: WriteOrigin, without: readonly PersonId[]): Deps {
  const before = keyring.storeFile
  const deps = session.replaceKeyring(rotateDataKey(keyring, store, { without, at: origin.at }))
  // The new key is in force: what fails from here on must not be told as if it were not.
  attempt(deps, 'rotation.not-recorded', () => { deps.store.recordRead(origin, { action: 'data-key.rotated' }) })
  attempt(deps, 'rotation.old-store-kept', () => { discardStore(before) })
  return deps
}

function attempt({ log }: Deps, event: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    log.error(event, { name: error instanceof Error ? error.name : 'unknown' })
  }
}

/**
 * Finishes, at an unlock, what a rotation that failed or was killed left undone: somebody disabled who still has a slot in the key file loses
 * it, and files no key file names are cleared up. Never keeps anybody from working: a failure is told and tried again at the next unlock.
 */
export function finishRotation(opened: Deps, origin: WriteOrigin): Deps {
  const { session, store, events, log } = opened
  const keyring = session.keyring()
  if (keyring === null) return opened
  try {
    const withSlots = peopleWithSlots(keyring)
    const gone = store.read(listDisabledPeople).filter(personId => withSlots.includes(personId))
    const deps = gone.length === 0 ? opened : renewDataKey(session, { store, keyring }, origin, gone)
    const swept = sweepStores(session.keyring() ?? keyring)
    if (swept > 0) deps.store.recordRead(origin, { action: 'store-files.swept', detail: { count: swept } })
    return deps
  } catch (error) {
    if (session.keyring() === null) throw error
    log.error('rotation.not-finished', { problem: error instanceof StoreError ? error.kind : 'unexpected' })
    events.emit('store.notice', {
      severity: 'danger',
      message: 'Somebody who was disabled still has a key to this data, because it could not get a new one. Your data is safe. An administrator should free space on the disk, lock the workstation and sign in again.',
    })
    return opened
  }
}
