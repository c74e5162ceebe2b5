import type { Output, Parsed } from '#shared/contract/index.ts'
import { fiscalYearOf } from '#shared/domain/utilization/drg-tables.ts'
import { searchDrgs } from '#shared/domain/utilization/search-drgs.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { allTables, drgOn, tableFor } from './drg-lookup.ts'

const MOST = 30

/** DRGs by number or words, in the table of that discharge day. */
export function searchDrg({ store, resources }: Pick<Deps, 'store' | 'resources'>, _context: RequestContext, { text, on }: Parsed<'reference.searchDrg'>): Output<'reference.searchDrg'> {
  const table = store.read(db => tableFor(db, resources, on))
  if (table === null) return { kind: 'no-table', fiscalYear: fiscalYearOf(on) }
  const { rows, ...head } = table
  return { kind: 'found', table: head, drgs: [...searchDrgs(rows, text, MOST)] }
}

export function getDrg({ store, resources }: Pick<Deps, 'store' | 'resources'>, _context: RequestContext, { code, on }: Parsed<'reference.drg'>): Output<'reference.drg'> {
  return store.read(db => drgOn(db, resources, code, on))
}

export function listTables({ store, resources }: Pick<Deps, 'store' | 'resources'>): Output<'reference.drgTables'> {
  return store.read(db => allTables(db, resources))
}
