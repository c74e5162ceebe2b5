import type { Output, Parsed } from '#shared/contract/index.ts'
import { hashPin } from '#electron/security/pin.ts'
import { findSignedIn, setPin as writePin } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { invalid, refused } from './errors.ts'
import { requireOwnPassphrase } from './own-passphrase.ts'

/** Sets or removes the PIN that lifts the blur; asks for the passphrase, so that nobody sets one on an open screen. */
export async function setPin(deps: Deps, context: RequestContext, { passphrase, pin }: Parsed<'session.setPin'>): Promise<Output<'session.setPin'>> {
  await requireOwnPassphrase(deps, context, passphrase)
  if (pin !== 'none' && isTooSimple(pin)) throw invalid({ pin: 'Choose digits that are not all the same and not in a row.' })
  const hashed = pin === 'none' ? null : await hashPin(pin)
  deps.store.write(context, db => {
    writePin(db, context.actorId, hashed)
    db.audit({ action: pin === 'none' ? 'person.pin-removed' : 'person.pin-set', entity: 'person', entityId: context.actorId })
  })
  const person = deps.store.read(db => findSignedIn(db, context.actorId, false))
  if (person === null) throw refused('This person may no longer sign in.')
  deps.session.update(person)
  return { session: deps.session.state() }
}

/** 0000, 1234, 9876 and their like. */
function isTooSimple(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])))
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 2)
}
