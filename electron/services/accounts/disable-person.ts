import type { Output, Parsed } from '#shared/contract/index.ts'
import { countOtherAdministrators, findPerson, setPersonStatus } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { changedMeanwhile, notFound, refused } from './errors.ts'
import { renewDataKey } from './renew-data-key.ts'
import { requireOwnPassphrase } from './own-passphrase.ts'

/**
 * Ends a person's way in for good: the sign-in is closed, their slot leaves the key file, and the store gets a new data key, so that not
 * even a copy of the old key file opens what is written from now on. Should the new key fail, the next sign-in of anybody tries again.
 */
export async function disablePerson(deps: Deps, context: RequestContext, { personId, expectedVersion, passphrase }: Parsed<'accounts.disable'>): Promise<Output<'accounts.disable'>> {
  await requireOwnPassphrase(deps, context, passphrase)
  return deps.session.changeKeys(async ({ store, reader, events }, keyring) => {
    const result = store.write(context, db => {
      const person = findPerson(db, personId)
      if (person === null) throw notFound('This person is not there any more.')
      if (personId === context.actorId) throw refused('You cannot disable yourself. Another administrator can.')
      if (person.role === 'administrator' && countOtherAdministrators(db, personId) === 0) throw refused('This is the only administrator. Make somebody else administrator first.')
      const version = setPersonStatus(db, personId, expectedVersion, 'disabled')
      if (version === null) throw changedMeanwhile(person.version)
      db.audit({ action: 'person.disabled', entity: 'person', entityId: personId })
      return { version }
    })
    events.changed('people', 'worklists')
    // First of all: while the reader ends, other requests run, and what they write must be in the copy.
    await reader.rest()
    try {
      renewDataKey(deps.session, { store, keyring }, context, [personId])
    } catch (error) {
      throw keyNotRenewed(error)
    }
    return result
  })
}

function keyNotRenewed(error: unknown): Error {
  const why = error instanceof Error && error.name === 'StoreError' ? ` ${error.message}` : ''
  return refused(`This sign-in is closed and everything is saved, but the data could not get its new key.${why} It is tried again at the next sign-in of anybody: lock the workstation and sign in.`)
}
