import type { Output, Parsed } from '#shared/contract/index.ts'
import { listRuns } from '#electron/store/queries/interchange/runs.ts'
import { censusAsOf } from '#electron/store/queries/worklists/census-as-of.ts'
import type { Deps, RequestContext } from '../deps.ts'

export function importHistory({ store }: Deps, _context: RequestContext, { limit }: Parsed<'imports.history'>): Output<'imports.history'> {
  return { runs: store.read(db => listRuns(db, limit)) }
}

/** The moment the newest census speaks of. */
export function presentCensus({ store }: Deps): Output<'imports.censusAsOf'> {
  const asOf = store.read(censusAsOf)
  return { asOf: asOf === 'unknown' ? 'none' : asOf }
}
