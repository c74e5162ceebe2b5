import { windowProblem } from '#shared/domain/recovery/window-problem.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { daysBetween } from '#shared/kernel/plain-date.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { planEntry, type StoredEntry } from '#electron/store/queries/recovery/entries.ts'
import { insertReplan } from '#electron/store/queries/recovery/replans.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireReplanReason } from './replan-reason.ts'
import { requireEntry } from './require-entry.ts'

/** Gives one open entry a new window, with a reason. The first plan stays where it was. */
export function replanEntry({ store, ids, events }: Deps, context: RequestContext, input: Parsed<'recovery.replan'>): Output<'recovery.replan'> {
  const done = store.write(context, db => {
    const { entry, head } = requireEntry(db, input.entryId, input.version)
    requirePlannable(entry)
    const problem = windowProblem(input.planned, context.today)
    if (problem !== 'none') throw new AppError({ code: 'validation', message: problem, fields: { planned: problem } })
    requireReplanReason(db, [entry], input.reason, context)
    const replanId = ids.next('replan')
    const days = entry.planned === 'no-date' ? 0 : daysBetween(entry.planned.on, input.planned.on)
    planEntry(db, entry.id, input.planned)
    insertReplan(db, {
      id: replanId, caseId: entry.caseId, entryId: entry.id, days, reason: input.reason, note: input.note ?? 'none',
      moves: [{ entryId: entry.id, before: entry.planned, after: input.planned }], at: context.at, by: context.actorId,
    })
    db.audit({ action: 'entry.replanned', entity: 'timeline_entry', entityId: entry.id, patientId: head.patientId, changedFields: ['planned_from', 'planned_on', 'planned_to'], detail: { days, reason: input.reason } })
    db.audit({ action: 'replan.recorded', entity: 'replan', entityId: replanId, patientId: head.patientId })
    refreshCaseSummary(db, entry.caseId, context.today)
    return { replanId, version: entry.version + 1 }
  })
  events.changed('recovery', 'worklists')
  return done
}

function requirePlannable({ status, rule }: StoredEntry): void {
  if (status !== 'open') throw new AppError({ code: 'refused', message: 'Only an open entry can be re-planned. Undo its mark first.' })
  if (rule !== 'none') throw new AppError({ code: 'refused', message: 'A rule gives the moment of this entry; its clock comes with a later release.' })
}
