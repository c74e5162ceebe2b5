import type { Output, Parsed } from '#shared/contract/index.ts'
import { AppError } from '#shared/contract/errors.ts'
import { signIn as signInWithPassphrase } from '#electron/security/sign-in.ts'
import type { CoreDeps, KeylessContext } from '../deps.ts'
import { beginSession } from './begin-session.ts'
import { refused } from './errors.ts'

/** Name and passphrase. A wrong name and a wrong passphrase are the same answer after the same time; waits outlive a restart. */
export async function signIn(deps: CoreDeps, context: KeylessContext, { signInName, passphrase }: Parsed<'session.signIn'>): Promise<Output<'session.signIn'>> {
  if (deps.session.open() !== null) throw refused('Somebody is signed in already. Lock the workstation first.')
  const answer = await signInWithPassphrase(deps, { signInName, passphrase })
  switch (answer.kind) {
    case 'signed-in':
      return { session: beginSession(deps, context, answer.unlocked, answer.personId, 'passphrase') }
    case 'wait':
      throw new AppError({ code: 'wait', message: answer.message, seconds: answer.seconds })
    case 'refused':
    case 'stopped':
      throw refused(answer.message)
  }
}
