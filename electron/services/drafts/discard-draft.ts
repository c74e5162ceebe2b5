import type { Output, Parsed } from '#shared/contract/index.ts'
import { deleteDraft } from '#electron/store/queries/drafts.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** The form was saved or thrown away. Discarding what is not there is fine. */
export function discardDraft({ store }: Deps, context: RequestContext, { key }: Parsed<'drafts.discard'>): Output<'drafts.discard'> {
  store.write({ ...context, commandId: null }, db => deleteDraft(db, context.actorId, key))
  return {}
}
