import type { Output, Parsed } from '#shared/contract/index.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireOwnPassphrase } from './own-passphrase.ts'

/** The person shows again who they are, before something that takes records out of the workstation or changes who may do what. */
export async function stepUp(deps: Deps, context: RequestContext, { passphrase }: Parsed<'session.stepUp'>): Promise<Output<'session.stepUp'>> {
  await requireOwnPassphrase(deps, context, passphrase)
  deps.store.recordRead(context, { action: 'session.stepped-up', entity: 'person', entityId: context.actorId })
  deps.session.proved()
  return {}
}
