import type { Output, Parsed } from '#shared/contract/index.ts'
import { addPerson as giveOneTimeCode } from '#electron/security/keyring.ts'
import { findPersonIdBySignInName, insertPerson, setPersonUnits } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { invalid } from './errors.ts'

/**
 * Adds a person with a one-time code. The key comes first: should the machine stop in between, a slot nobody knows the code of is
 * harmless, a person without a key would not be able to sign in.
 */
export async function addPerson(deps: Deps, context: RequestContext, { signInName, ...fields }: Parsed<'accounts.add'>): Promise<Output<'accounts.add'>> {
  return deps.session.changeKeys(async (now, keyring) => {
    const { store, ids, events } = now
    requireFreeName(now, signInName)
    const personId = ids.next('person')
    const oneTimeCode = await giveOneTimeCode(keyring, now, { personId, signInName, at: context.at })
    // The code is told once and remembered nowhere: the write returns nothing, so the command keeps nothing.
    store.write(context, db => {
      insertPerson(db, personId, signInName, fields, context.at)
      setPersonUnits(db, personId, fields.unitIds, context.at, () => ids.next('person_unit'))
      db.audit({ action: 'person.added', entity: 'person', entityId: personId, detail: { role: fields.role } })
    })
    events.changed('people')
    return { personId, oneTimeCode }
  })
}

function requireFreeName({ store }: Deps, signInName: string): void {
  const taken = store.read(db => findPersonIdBySignInName(db, signInName))
  if (taken !== null) throw invalid({ signInName: 'Somebody has this sign-in name already. Each person needs their own.' })
}
