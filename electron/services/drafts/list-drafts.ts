import type { Output } from '#shared/contract/index.ts'
import { isAdministrativeDraft } from '#shared/contract/drafts.ts'
import { mayDo } from '#shared/model/permission.ts'
import { listDrafts as readDrafts } from '#electron/store/queries/drafts.ts'
import type { Deps, RequestContext } from '../deps.ts'

/**
 * The signed-in person's drafts and nobody else's. All but those of the administration are texts about patients: who no longer may read those
 * finds them again when the role comes back.
 */
export function listDrafts({ store }: Deps, { actorId, role }: RequestContext): Output<'drafts.list'> {
  const own = store.read(db => readDrafts(db, actorId))
  return mayDo(role, 'patients.read') ? own : own.filter(({ key }) => isAdministrativeDraft(key))
}
