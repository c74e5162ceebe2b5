import { anchorMoves, type AnchorChange } from '#shared/domain/recovery/anchor-moves.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import { daysBetween } from '#shared/kernel/plain-date.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '#electron/store/db.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { endDay, staysOfRecovery } from '#electron/store/queries/recovery/case-facts.ts'
import { entriesOfCase, planEntry, planEntryFirst } from '#electron/store/queries/recovery/entries.ts'
import { insertReplan, replansOfCase, type EntryMove } from '#electron/store/queries/recovery/replans.ts'
import { timelinesOfCase } from '#electron/store/queries/recovery/timelines.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { loadFacts } from './load-facts.ts'
import { templateLibrary } from './template-library.ts'

/** How the open rows of a case follow a day they are counted from. Changes nothing. */
export function movesOfCase(db: ReadDb, { resources }: Pick<Deps, 'resources'>, { today, zone }: RequestContext, caseId: CaseId, change: Omit<AnchorChange, 'countedOn' | 'today'>): readonly EntryMove[] {
  const entries = entriesOfCase(db, caseId)
  if (entries.length === 0) return []
  const placedOn = new Map(timelinesOfCase(db, caseId).map(({ id, placedAt }) => [id, plainDateOf(placedAt, zone)]))
  const recounts = replansOfCase(db, caseId).filter(({ single, undone }) => !single && !undone)
  const countedOn: AnchorChange['countedOn'] = ({ id }) => {
    const timelineId = entries.find(entry => entry.id === id)?.timelineId
    const placed = timelineId === undefined ? undefined : placedOn.get(timelineId)
    return [...(placed === undefined ? [] : [placed]), ...recounts.filter(({ moves }) => moves.some(({ entryId }) => entryId === id)).map(({ at }) => plainDateOf(at, zone))]
  }
  return anchorMoves(entries, templateLibrary(resources), { ...change, countedOn, today })
}

/** Writes new plans; rows without dates get their first ones. */
export function moveEntries(db: WriteDb, moves: readonly EntryMove[]): void {
  for (const { entryId, before, after } of moves) {
    if (before === 'no-date') planEntryFirst(db, entryId, after)
    else planEntry(db, entryId, after)
  }
}

/**
 * Runs a change of stays and lets the rows counted from the discharge follow it: calls and visits after discharge are due from the day the patient left, not from
 * the day that was expected. One re-plan a case, with one undo; a closed case keeps its plan.
 */
export function followingDischarge<T>(db: WriteDb, deps: Pick<Deps, 'ids' | 'resources'>, context: RequestContext, caseIds: readonly (CaseId | 'none')[], change: () => T): T {
  const watched = [...new Set(caseIds)].flatMap(caseId => (caseId === 'none' ? [] : [{ caseId, before: dischargeOf(db, caseId, context) }]))
  const done = change()
  for (const { caseId, before } of watched) if (dischargeOf(db, caseId, context) !== before) follow(db, deps, context, caseId, before)
  return done
}

/** The day the stay the case is counted from ended. */
function dischargeOf(db: ReadDb, caseId: CaseId, { zone }: RequestContext): ReturnType<typeof endDay> {
  const stay = staysOfRecovery(db, caseId)[0]
  return stay === undefined ? 'not-discharged' : endDay(stay, zone)
}

function follow(db: WriteDb, deps: Pick<Deps, 'ids' | 'resources'>, context: RequestContext, caseId: CaseId, dischargedBefore: ReturnType<typeof endDay>): void {
  const { head, facts } = loadFacts(db, caseId, context)
  if (head.status === 'closed') return
  const moves = movesOfCase(db, deps, context, caseId, { before: { ...facts, dischargedOn: dischargedBefore }, after: facts, kinds: ['discharge'], moveDated: true })
  if (moves.length === 0) return
  moveEntries(db, moves)
  const from = dischargedBefore === 'not-discharged' ? facts.edd : dischargedBefore
  const to = facts.dischargedOn === 'not-discharged' ? facts.edd : facts.dischargedOn
  const days = from === 'unknown' || to === 'unknown' ? 0 : daysBetween(from, to)
  insertReplan(db, { id: deps.ids.next('replan'), caseId, entryId: 'several', days, reason: 'correction', note: 'Follows the discharge', moves, at: context.at, by: context.actorId })
  db.audit({ action: 'recovery.followed-discharge', entity: 'case', entityId: caseId, patientId: head.patientId, detail: { rows: moves.length, days } })
  refreshCaseSummary(db, caseId, context.today)
}
