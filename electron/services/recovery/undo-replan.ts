import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import type { ReplanId } from '#shared/model/recovery-ids.ts'
import type { Window } from '#shared/model/timeline.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { findRecoveryCase } from '#electron/store/queries/recovery/case-facts.ts'
import { findEntry, planEntry, planEntryFirst } from '#electron/store/queries/recovery/entries.ts'
import { findReplan, markReplanUndone } from '#electron/store/queries/recovery/replans.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireOpenCase } from './require-open-case.ts'

/** Puts the plan of every moved entry back, unless one was changed again since. */
export function undoReplan({ store, events }: Deps, context: RequestContext, { replanId }: Parsed<'recovery.undoReplan'>): Output<'recovery.undoReplan'> {
  const undone = store.write(context, db => ({ restored: restoreReplan(db, replanId, context) }))
  events.changed('recovery', 'worklists')
  return undone
}

/** The same inside another change (the undo of an EDD revision). Returns how many entries were put back. */
export function restoreReplan(db: WriteDb, replanId: ReplanId, context: RequestContext): number {
  const replan = findReplan(db, replanId)
  if (replan === null) throw new AppError({ code: 'not-found', message: 'That re-plan is no longer here.' })
  if (replan.undone) throw new AppError({ code: 'refused', message: 'That re-plan was undone already.' })
  const head = findRecoveryCase(db, replan.caseId)
  if (head === null) throw new AppError({ code: 'not-found', message: 'That case is no longer here.' })
  requireOpenCase(head)
  for (const { entryId, before, after } of replan.moves) {
    const entry = findEntry(db, entryId)
    if (entry === null || !sameWindow(entry.planned, after) || entry.status !== 'open') {
      throw new AppError({ code: 'refused', message: 'Part of this re-plan was changed again since. Undo the later change first.' })
    }
    const firstDated = before === 'no-date' && sameWindow(entry.baseline, after)
    if (firstDated) planEntryFirst(db, entryId, before)
    else planEntry(db, entryId, before)
  }
  markReplanUndone(db, replanId, context.at)
  db.audit({ action: 'replan.undone', entity: 'case', entityId: replan.caseId, patientId: head.patientId, detail: { rows: replan.moves.length, days: -replan.days } })
  refreshCaseSummary(db, replan.caseId, context.today)
  return replan.moves.length
}

function sameWindow(a: Window, b: Window): boolean {
  if (a === 'no-date' || b === 'no-date') return a === b
  return a.from === b.from && a.on === b.on && a.to === b.to
}
