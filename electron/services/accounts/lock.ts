import type { Output } from '#shared/contract/index.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** Ends the session at once. The page has half a second to save what is typed, then the core process ends. */
export function lock({ session, store }: Deps, context: RequestContext): Output<'session.lock'> {
  store.recordRead({ ...context, commandId: null }, { action: 'session.locked', entity: 'person', entityId: context.actorId })
  session.lock('asked')
  return {}
}
