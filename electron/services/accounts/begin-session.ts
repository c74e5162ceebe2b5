import type { PersonId } from '#shared/model/ids.ts'
import type { SessionState } from '#shared/model/session.ts'
import { chainInSideLog } from '#electron/security/side-log.ts'
import type { UnlockedKeyring } from '#electron/security/keyring.ts'
import { getFacility } from '#electron/store/queries/accounts/facility.ts'
import { findSignedIn } from '#electron/store/queries/accounts/people.ts'
import type { WriteOrigin } from '#electron/store/db.ts'
import { afterUnlock, tellAnchor } from '../workstation/after-unlock.ts'
import type { CoreDeps, KeylessContext } from '../deps.ts'
import { refused } from './errors.ts'
import { finishRotation } from './renew-data-key.ts'
import { factsOf } from './facility-facts.ts'

export type SignInBy = 'passphrase' | 'recovery-key' | 'set-up' | 'demo'

/** Opens the store for a person and says so in the history; what happened before the key was there joins it first. Closes again when it comes to nothing. */
export function beginSession(deps: CoreDeps, context: KeylessContext, unlocked: UnlockedKeyring, personId: PersonId, by: SignInBy): SessionState {
  const opened = deps.session.openStore(unlocked)
  try {
    const person = opened.store.read(db => findSignedIn(db, personId, by === 'passphrase' && unlocked.mustChange))
    if (person === null) throw refused('This sign-in has been disabled. Nothing was opened. Ask an administrator.')
    const origin: WriteOrigin = { actorId: personId, role: person.role, at: context.at, commandId: null, channel: context.channel }
    chainInSideLog(opened.store, deps.profile.folder, origin)
    const current = finishRotation(opened, origin)
    const { store } = current
    store.recordRead(origin, { action: 'session.signed-in', entity: 'person', entityId: personId, detail: { by, shell: deps.shell } })
    // All that can fail comes before the session: a failure after it would leave a session without a store.
    tellAnchor(current, origin)
    deps.session.begin(person, factsOf(store.read(getFacility)))
    afterUnlock(current, origin)
    return deps.session.state()
  } catch (error) {
    deps.session.abandon()
    throw error
  }
}
