import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { findRecoveryCase } from '#electron/store/queries/recovery/case-facts.ts'
import { entriesOfCase, removeEntriesOf } from '#electron/store/queries/recovery/entries.ts'
import { findTimeline, removeTimeline } from '#electron/store/queries/recovery/timelines.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireOpenCase } from './require-open-case.ts'

/** Takes a plan off again while nothing of it has been touched; from then on its rows are marked, not removed. */
export function undoPlace({ store, events }: Deps, context: RequestContext, { timelineId }: Parsed<'recovery.undoPlace'>): Output<'recovery.undoPlace'> {
  const undone = store.write(context, db => {
    const timeline = findTimeline(db, timelineId)
    if (timeline === null) throw new AppError({ code: 'not-found', message: 'That plan is no longer on the case.' })
    const head = findRecoveryCase(db, timeline.caseId)
    if (head !== null) requireOpenCase(head)
    const touched = entriesOfCase(db, timeline.caseId).some(entry => entry.timelineId === timelineId && entry.version > 1)
    if (touched) throw new AppError({ code: 'refused', message: 'Entries of this plan were changed since. Mark the ones that do not apply instead.' })
    const removed = removeEntriesOf(db, timelineId, context.at)
    removeTimeline(db, timelineId, context.at)
    db.audit({ action: 'recovery.plan-removed', entity: 'timeline', entityId: timelineId, patientId: head?.patientId ?? null, detail: { rows: removed } })
    refreshCaseSummary(db, timeline.caseId, context.today)
    return { removed }
  })
  events.changed('recovery', 'worklists')
  return undone
}
