import type { TimelineEntryId } from '#shared/model/ids.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import type { CaseRow } from '#electron/store/queries/recovery/case-facts.ts'
import type { StoredEntry } from '#electron/store/queries/recovery/entries.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireEntry } from './require-entry.ts'

interface Change {
  readonly action: string
  readonly fields: readonly string[]
  /** Refuses by throwing, or changes the row (its version counts up by one). */
  readonly apply: (db: WriteDb, entry: StoredEntry, head: CaseRow) => void
}

/** What every change of one entry does: find it as it was seen, change, audit, bring the case's line on the lists up to date, tell the page. */
export function changeEntry({ store, events }: Deps, context: RequestContext, seen: { readonly entryId: TimelineEntryId; readonly version: number }, change: Change): { version: number } {
  const changed = store.write(context, db => {
    const { entry, head } = requireEntry(db, seen.entryId, seen.version)
    change.apply(db, entry, head)
    db.audit({ action: change.action, entity: 'timeline_entry', entityId: entry.id, patientId: head.patientId, changedFields: change.fields })
    refreshCaseSummary(db, entry.caseId, context.today)
    return { version: entry.version + 1 }
  })
  events.changed('recovery', 'worklists')
  return changed
}
