import type { Output } from '#shared/contract/index.ts'
import { listDrafts as readDrafts } from '#electron/store/queries/drafts.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** The signed-in person's drafts and nobody else's. */
export function listDrafts({ store }: Deps, { actorId }: RequestContext): Output<'drafts.list'> {
  return store.read(db => readDrafts(db, actorId))
}
