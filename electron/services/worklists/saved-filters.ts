import type { Output, Parsed } from '#shared/contract/index.ts'
import { findSavedFilterByName, findSavedFilters, insertSavedFilter, removeSavedFilterRow, replaceSavedFilter } from '#electron/store/queries/worklists/saved-filters.ts'
import type { Deps, RequestContext } from '../deps.ts'

export function savedFilters({ store }: Deps, { actorId }: RequestContext): Output<'caseload.savedFilters'> {
  return store.read(db => [...findSavedFilters(db, actorId)])
}

/** Saves under the name; the same name of the same person replaces. */
export function saveFilter({ store, ids, events }: Deps, context: RequestContext, { name, definition }: Parsed<'caseload.saveFilter'>): Output<'caseload.saveFilter'> {
  const saved = store.write(context, db => {
    const before = findSavedFilterByName(db, context.actorId, name)
    const id = before?.id ?? ids.next('saved-filter')
    if (before === null) insertSavedFilter(db, { id, personId: context.actorId, name, definition })
    else replaceSavedFilter(db, id, definition)
    db.audit({ action: 'worklist.filter-saved', entity: 'saved_filter', entityId: id })
    return { id, version: (before?.version ?? 0) + 1, name, definition }
  })
  events.changed('worklists')
  return saved
}

/** Removing a filter that is gone, or another person's, changes nothing and says so. */
export function removeFilter({ store, events }: Deps, context: RequestContext, { id }: Parsed<'caseload.removeFilter'>): Output<'caseload.removeFilter'> {
  const answer = store.write(context, db => {
    const removed = removeSavedFilterRow(db, id, context.actorId, context.at)
    if (removed) db.audit({ action: 'worklist.filter-removed', entity: 'saved_filter', entityId: id })
    return { removed }
  })
  events.changed('worklists')
  return answer
}
