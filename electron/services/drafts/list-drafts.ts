import type { Output } from '#shared/contract/index.ts'
import { mayDo } from '#shared/model/permission.ts'
import { listDrafts as readDrafts } from '#electron/store/queries/drafts.ts'
import type { Deps, RequestContext } from '../deps.ts'

/**
 * The signed-in person's drafts and nobody else's. They are texts about patients: who no longer may read those finds them again when the role
 * comes back.
 */
export function listDrafts({ store }: Deps, { actorId, role }: RequestContext): Output<'drafts.list'> {
  return !mayDo(role, 'patients.read') ? [] : store.read(db => readDrafts(db, actorId))
}
