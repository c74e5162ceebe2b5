import type { ListViewer } from '#electron/store/queries/worklists/list-filter.ts'
import type { RequestContext } from '../deps.ts'

/** Who looks at a list, as the store's queries need it. */
export const viewerOf = ({ actorId, unitIds, today }: RequestContext): ListViewer => ({ personId: actorId, unitIds, today })
