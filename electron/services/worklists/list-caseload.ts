import type { Output, Parsed } from '#shared/contract/index.ts'
import { censusAsOf } from '#electron/store/queries/worklists/census-as-of.ts'
import { listFilter } from '#electron/store/queries/worklists/list-filter.ts'
import { countRows, listRows } from '#electron/store/queries/worklists/list-rows.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { viewerOf } from './viewer.ts'

/** One window of the caseload and the count of the whole. */
export function listCaseload({ store }: Deps, context: RequestContext, { definition, offset, limit }: Parsed<'caseload.list'>): Output<'caseload.list'> {
  const viewer = viewerOf(context)
  return store.read(db => ({
    total: countRows(db, listFilter(definition, viewer)),
    rows: [...listRows(db, definition, viewer, { offset, limit })],
    censusAsOf: censusAsOf(db),
  }))
}
