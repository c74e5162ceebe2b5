import type { Output, Parsed } from '#shared/contract/index.ts'
import type { PersonId } from '#shared/model/ids.ts'
import { discardStore, rotateDataKey } from '#electron/security/rotate.ts'
import { countOtherAdministrators, findPerson, setPersonStatus } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { changedMeanwhile, notFound, refused } from './errors.ts'
import { requireOwnPassphrase } from './own-passphrase.ts'

/**
 * Ends a person's way in for good: the sign-in is closed, their slot leaves the key file, and the store gets a new data key, so that not
 * even a copy of the old key file opens what is written from now on.
 */
export async function disablePerson(deps: Deps, context: RequestContext, { personId, expectedVersion, passphrase }: Parsed<'accounts.disable'>): Promise<Output<'accounts.disable'>> {
  await requireOwnPassphrase(deps, context, passphrase)
  const result = deps.store.write(context, db => {
    const person = findPerson(db, personId)
    if (person === null) throw notFound('This person is not there any more.')
    if (personId === context.actorId) throw refused('You cannot disable yourself. Another administrator can.')
    if (person.role === 'administrator' && countOtherAdministrators(db, personId) === 0) throw refused('This is the only administrator. Make somebody else administrator first.')
    const version = setPersonStatus(db, personId, expectedVersion, 'disabled')
    if (version === null) throw changedMeanwhile(person.version)
    db.audit({ action: 'person.disabled', entity: 'person', entityId: personId })
    return { version }
  })
  await rotateWithout(deps, context, personId)
  deps.events.changed('people', 'worklists')
  return result
}

async function rotateWithout(deps: Deps, context: RequestContext, personId: PersonId): Promise<void> {
  const keyring = deps.session.keyring()
  if (keyring === null) throw refused('The person is disabled, but the workstation was locked before the key was changed. Disable somebody or restart to try again.')
  const before = keyring.storeFile
  const fresh = rotateDataKey(keyring, deps.store, { without: personId, at: context.at })
  await deps.reader.close()
  const { store } = deps.session.replaceKeyring(fresh)
  store.recordRead({ ...context, commandId: null }, { action: 'data-key.rotated' })
  discardStore(before)
}
