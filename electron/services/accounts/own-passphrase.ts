import { verifyOwnPassphrase } from '#electron/security/sign-in.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { invalid, refused } from './errors.ts'

/** Asks the signed-in person again before something far-reaching. Wrong tries count like those at sign-in. */
export async function requireOwnPassphrase(deps: Deps, context: RequestContext, passphrase: string, field = 'passphrase'): Promise<void> {
  const answer = await verifyOwnPassphrase(deps, { personId: context.actorId, passphrase })
  if (answer.kind === 'right') return
  deps.store.recordRead({ ...context, commandId: null }, { action: 'session.passphrase-refused', entity: 'person', entityId: context.actorId })
  if (answer.kind === 'wait') throw new AppError({ code: 'wait', message: answer.message, seconds: answer.seconds })
  if (answer.kind === 'stopped') throw refused(answer.message)
  throw invalid({ [field]: 'That passphrase is not right.' })
}
