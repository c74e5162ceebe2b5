import type { Output, Parsed } from '#shared/contract/index.ts'
import { changePassphrase as replacePassphrase } from '#electron/security/keyring.ts'
import { getFacility } from '#electron/store/queries/accounts/facility.ts'
import { findSignedIn } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { invalid, refused } from './errors.ts'
import { requireGoodPassphrase } from './new-passphrase.ts'
import { requireOwnPassphrase } from './own-passphrase.ts'

/** One's own passphrase, with the current one (or the one-time code) in hand. The old one opens nothing from this moment on. */
export async function changePassphrase(deps: Deps, context: RequestContext, { current, next }: Parsed<'session.changePassphrase'>): Promise<Output<'session.changePassphrase'>> {
  const person = deps.store.read(db => findSignedIn(db, context.actorId, false))
  if (person === null) throw refused('This person may no longer sign in.')
  await requireOwnPassphrase(deps, context, current, 'current')
  requireGoodPassphrase(next, [person.name, deps.store.read(getFacility).name], 'next')
  if (next.normalize('NFKC') === current.normalize('NFKC')) throw invalid({ next: 'This is the one you have. Choose another.' })
  await deps.session.changeKeys(async (now, keyring) => {
    const changed = await replacePassphrase(keyring, now, { personId: context.actorId, current, next, at: context.at })
    if (!changed) throw invalid({ current: 'That is not right. Your passphrase was not changed.' })
    now.store.write(context, db => { db.audit({ action: 'person.passphrase-changed', entity: 'person', entityId: context.actorId }) })
  })
  deps.session.update(person)
  return { session: deps.session.state() }
}
