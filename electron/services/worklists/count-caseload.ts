import type { Output } from '#shared/contract/index.ts'
import type { WorklistScope } from '#shared/model/worklist.ts'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { listFilter } from '#electron/store/queries/worklists/list-filter.ts'
import { countRows } from '#electron/store/queries/worklists/list-rows.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { viewerOf } from './viewer.ts'

/** How many open and held cases each scope holds: the figures beside the scopes. */
export function countCaseload({ store }: Deps, context: RequestContext): Output<'caseload.counts'> {
  const viewer = viewerOf(context)
  return store.read(db => {
    const count = (scope: WorklistScope) => countRows(db, listFilter({ ...wholeCaseload, scope }, viewer))
    return { mine: count('mine'), myUnit: count('my-unit'), all: count('all'), unassigned: count('unassigned') }
  })
}
