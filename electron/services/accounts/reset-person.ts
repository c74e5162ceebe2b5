import type { Output, Parsed } from '#shared/contract/index.ts'
import type { PersonId } from '#shared/model/ids.ts'
import { addPerson as giveOneTimeCode, isRecoveryKey } from '#electron/security/keyring.ts'
import { splitWords } from '#electron/security/recovery-words.ts'
import { findPerson, setPersonStatus } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { changedMeanwhile, invalid, notFound, refused } from './errors.ts'

/** A forgotten passphrase. The words prove that the administrator stands for the facility; nobody sets a lasting passphrase for somebody else. */
export async function resetPerson(deps: Deps, context: RequestContext, { personId, expectedVersion, words }: Parsed<'accounts.reset'>): Promise<Output<'accounts.reset'>> {
  return deps.session.changeKeys(async (now, keyring) => {
    const signInName = requirePerson(now, personId, expectedVersion, 'active')
    if (!isRecoveryKey(keyring, splitWords(words))) {
      now.store.recordRead(context, { action: 'recovery-key.refused', entity: 'person', entityId: personId })
      throw invalid({ words: 'These are not the 24 words of this workstation’s recovery key. Nothing was changed.' })
    }
    const oneTimeCode = await giveOneTimeCode(keyring, now, { personId, signInName, at: context.at })
    // The write returns nothing: the code is kept nowhere, not with the command either.
    now.store.write(context, db => { db.audit({ action: 'person.passphrase-reset', entity: 'person', entityId: personId }) })
    now.events.changed('people')
    return { personId, oneTimeCode }
  })
}

/** Somebody who was disabled works here again. */
export async function enablePerson(deps: Deps, context: RequestContext, { personId, expectedVersion }: Parsed<'accounts.enable'>): Promise<Output<'accounts.enable'>> {
  return deps.session.changeKeys(async (now, keyring) => {
    const signInName = requirePerson(now, personId, expectedVersion, 'disabled')
    const oneTimeCode = await giveOneTimeCode(keyring, now, { personId, signInName, at: context.at })
    now.store.write(context, db => {
      if (setPersonStatus(db, personId, expectedVersion, 'active') === null) throw changedMeanwhile(expectedVersion + 1)
      db.audit({ action: 'person.enabled', entity: 'person', entityId: personId })
    })
    now.events.changed('people')
    return { personId, oneTimeCode }
  })
}

function requirePerson({ store }: Deps, personId: PersonId, expectedVersion: number, status: 'active' | 'disabled'): string {
  const person = store.read(db => findPerson(db, personId))
  if (person === null) throw notFound('This person is not there any more.')
  if (person.version !== expectedVersion) throw changedMeanwhile(person.version)
  if (person.status !== status) throw refused(status === 'active' ? 'This person is disabled. Enable them first.' : 'This person can sign in already.')
  return person.signInName
}
