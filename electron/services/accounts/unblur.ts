import type { Output, Parsed } from '#shared/contract/index.ts'
import { AppError } from '#shared/contract/errors.ts'
import { verifyPin } from '#electron/security/pin.ts'
import { findPin } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { refused } from './errors.ts'
import { stepUp } from './step-up.ts'

/** Hides the screen now: somebody is looking over the shoulder. */
export function blur({ session }: Deps): Output<'session.blur'> {
  session.blur()
  if (session.state().state === 'unlocked') throw refused('This screen is not hidden: here nothing would bring it back. Ctrl+L locks.')
  return { session: session.state() }
}

/** Lifts the blur with the person's PIN. The third wrong try locks: from then on only the passphrase opens. */
export async function unblur({ session, store }: Deps, context: RequestContext, { pin }: Parsed<'session.unblur'>): Promise<Output<'session.unblur'>> {
  if (session.state().state !== 'blurred') return { session: session.state() }
  const left = session.takePinTry()
  if (left === null) throw locked()
  const stored = store.read(db => findPin(db, context.actorId))
  if (stored !== null && (await verifyPin(pin, stored))) {
    session.unblur()
    return { session: session.state() }
  }
  store.recordRead({ ...context, commandId: null }, { action: 'session.pin-refused', entity: 'person', entityId: context.actorId })
  session.pinRefused(left)
  if (left === 0) throw locked()
  throw refused(`That PIN is not right. ${left === 1 ? 'One try' : `${left} tries`} left before the workstation locks. What you typed is safe.`)
}

/** Lifts the blur with the person's passphrase, which proves more than a PIN does. */
export async function unblurByPassphrase(deps: Deps, context: RequestContext, input: Parsed<'session.unblurByPassphrase'>): Promise<Output<'session.unblurByPassphrase'>> {
  if (deps.session.state().state === 'blurred') {
    await stepUp(deps, context, input)
    deps.session.unblur()
  }
  return { session: deps.session.state() }
}

const locked = (): AppError => new AppError({ code: 'locked', message: 'Three wrong PINs: the workstation is locked. What you typed is saved. Sign in with your passphrase.' })
