import { reachedProblem } from '#shared/domain/recovery/reached-problem.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { earlierOf, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { markEntry, type StoredEntry } from '#electron/store/queries/recovery/entries.ts'
import { findTimeline } from '#electron/store/queries/recovery/timelines.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { changeEntry } from './change-entry.ts'
import { loadFacts } from './load-facts.ts'

const marks = ['status', 'reached_on', 'reached_by', 'status_note', 'status_reason']

/** Reached, by the person who asks, today unless another day is given. Again with another day corrects it. */
export function markReached(deps: Deps, context: RequestContext, { on = context.today, note, ...seen }: Parsed<'recovery.markReached'>): Output<'recovery.markReached'> {
  return changeEntry(deps, context, seen, {
    action: 'milestone.reached',
    fields: marks,
    apply: (db, entry) => {
      requireMilestone(entry)
      const problem = reachedProblem(on, context.today, firstDay(db, entry, context))
      if (problem !== 'none') throw new AppError({ code: 'validation', message: problem, fields: { on: problem } })
      markEntry(db, entry.id, { status: 'reached', reachedOn: on, reachedBy: context.actorId, reason: 'none', note: note ?? entry.note })
    },
  })
}

/** It will not be reached any more. */
export function markMissed(deps: Deps, context: RequestContext, { note, ...seen }: Parsed<'recovery.markMissed'>): Output<'recovery.markMissed'> {
  return changeEntry(deps, context, seen, {
    action: 'milestone.missed',
    fields: marks,
    apply: (db, entry) => {
      requireMilestone(entry)
      markEntry(db, entry.id, { status: 'missed', reachedOn: 'not-reached', reachedBy: 'nobody', reason: 'none', note: note ?? entry.note })
    },
  })
}

/** It does not belong to this patient's recovery; the reason stays with it. Watch windows and precautions too. */
export function markNotApplicable(deps: Deps, context: RequestContext, { reason, ...seen }: Parsed<'recovery.markNotApplicable'>): Output<'recovery.markNotApplicable'> {
  return changeEntry(deps, context, seen, {
    action: 'entry.not-applicable',
    fields: marks,
    apply: (db, entry) => markEntry(db, entry.id, { status: 'not-applicable', reachedOn: 'not-reached', reachedBy: 'nobody', reason, note: entry.note }),
  })
}

/** Back to open. */
export function undoMark(deps: Deps, context: RequestContext, seen: Parsed<'recovery.undoMark'>): Output<'recovery.undoMark'> {
  return changeEntry(deps, context, seen, {
    action: 'entry.mark-undone',
    fields: marks,
    apply: (db, entry) => markEntry(db, entry.id, { status: 'open', reachedOn: 'not-reached', reachedBy: 'nobody', reason: 'none', note: entry.note }),
  })
}

function requireMilestone({ kind }: StoredEntry): void {
  if (kind !== 'milestone') throw new AppError({ code: 'refused', message: 'A watch window or a precaution begins and ends; it is not reached or missed.' })
}

/** The earliest day of the case: admission, opening, or the anchor of the entry's plan. */
function firstDay(db: ReadDb, entry: StoredEntry, context: RequestContext): PlainDate {
  const { facts } = loadFacts(db, entry.caseId, context)
  const anchorOn = findTimeline(db, entry.timelineId)?.anchorOn ?? facts.openedOn
  const opened = facts.admittedOn === 'unknown' ? facts.openedOn : earlierOf(facts.admittedOn, facts.openedOn)
  return earlierOf(opened, anchorOn)
}
