import { rowsToShift } from '#shared/domain/recovery/rows-to-shift.ts'
import { shiftWindow } from '#shared/domain/recovery/shift-window.ts'
import { windowProblem } from '#shared/domain/recovery/window-problem.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import type { TimelineEntryId } from '#shared/model/ids.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { entriesOfCase, planEntry, type StoredEntry } from '#electron/store/queries/recovery/entries.ts'
import { insertReplan } from '#electron/store/queries/recovery/replans.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireReplanReason } from './replan-reason.ts'
import { requireEntry } from './require-entry.ts'

/** "Shift this and all later open rows by n days": one reason, one re-plan, one undo. Exactly the rows the person was shown, as they were. */
export function shiftLater({ store, ids, events }: Deps, context: RequestContext, input: Parsed<'recovery.shiftLater'>): Output<'recovery.shiftLater'> {
  if (input.days === 0) throw new AppError({ code: 'validation', message: 'Say by how many days.', fields: { days: 'Say by how many days.' } })
  const done = store.write(context, db => {
    const seen = new Map<TimelineEntryId, number>(input.seen.map(({ entryId, version }) => [entryId, version]))
    const { entry: first, head } = requireEntry(db, input.fromEntryId, seen.get(input.fromEntryId) ?? 0)
    const rows = rowsToShift(entriesOfCase(db, first.caseId), first.id)
    requireSeen(rows, seen)
    requireReplanReason(db, rows, input.reason, context)
    const moves = rows.map(row => ({ entryId: row.id, before: row.planned, after: shiftWindow(row.planned, input.days) }))
    for (const { after } of moves) {
      const problem = after === 'no-date' ? 'none' : windowProblem(after, context.today)
      if (problem !== 'none') throw new AppError({ code: 'validation', message: problem, fields: { days: problem } })
    }
    const replanId = ids.next('replan')
    for (const { entryId, after } of moves) planEntry(db, entryId, after)
    insertReplan(db, { id: replanId, caseId: first.caseId, entryId: 'several', days: input.days, reason: input.reason, note: input.note ?? 'none', moves, at: context.at, by: context.actorId })
    db.audit({ action: 'entries.shifted', entity: 'case', entityId: first.caseId, patientId: head.patientId, detail: { days: input.days, rows: moves.length, reason: input.reason } })
    refreshCaseSummary(db, first.caseId, context.today)
    return { replanId, moved: moves.length }
  })
  events.changed('recovery', 'worklists')
  return done
}

function requireSeen(rows: readonly StoredEntry[], seen: ReadonlyMap<TimelineEntryId, number>): void {
  const changed = rows.length === 0 ? undefined : rows.find(({ id, version }) => seen.get(id) !== version)
  if (rows.length === 0) throw new AppError({ code: 'refused', message: 'Only an open entry with dates can be moved.' })
  if (changed !== undefined || rows.length !== seen.size) {
    throw new AppError({ code: 'conflict', message: 'The plan changed since you saw it. Look at the rows again before moving them.', latestVersion: changed?.version ?? 1 })
  }
}
