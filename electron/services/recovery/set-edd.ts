import { eddProblem } from '#shared/domain/recovery/edd-problem.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { daysBetween } from '#shared/kernel/plain-date.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { reviseEdd } from '#electron/store/queries/recovery/edd.ts'
import { insertReplan } from '#electron/store/queries/recovery/replans.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { moveEntries, movesOfCase } from './follow-anchors.ts'
import { loadFacts, type LoadedCase } from './load-facts.ts'
import { requireOpenCase } from './require-open-case.ts'

/** Sets the expected discharge date, or revises it with a reason. Every revision stays; the rows planned from it can follow in the same step. */
export function setEdd({ store, resources, ids, events }: Deps, context: RequestContext, input: Parsed<'recovery.setEdd'>): Output<'recovery.setEdd'> {
  const done = store.write(context, db => {
    const loaded = loadFacts(db, input.caseId, context)
    requireRevision(loaded, input, context)
    const { head, facts } = loaded
    const revisionId = ids.next('edd_revision')
    const note = input.note ?? 'none'
    const moves = movesOfCase(db, { resources }, context, input.caseId, { before: facts, after: { ...facts, edd: input.edd }, kinds: ['edd', 'discharge'], moveDated: input.moveEntries })
    reviseEdd(db, { id: revisionId, caseId: input.caseId, edd: input.edd, reason: facts.edd === 'unknown' ? 'first' : input.reason, note, at: context.at, by: context.actorId })
    const replanId = moves.length === 0 ? ('none' as const) : ids.next('replan')
    if (replanId !== 'none') {
      moveEntries(db, moves)
      const days = facts.edd === 'unknown' ? 0 : daysBetween(facts.edd, input.edd)
      insertReplan(db, { id: replanId, caseId: input.caseId, entryId: 'several', days, reason: input.reason === 'first' ? 'none' : input.reason, note, moves, at: context.at, by: context.actorId })
    }
    const first = facts.edd === 'unknown'
    db.audit({ action: first ? 'edd.set' : 'edd.revised', entity: 'case', entityId: input.caseId, patientId: head.patientId, changedFields: ['edd'], detail: { reason: input.reason, rows: moves.length } })
    refreshCaseSummary(db, input.caseId, context.today)
    return { revisionId, replanId, caseVersion: head.version + 1, moved: moves.length }
  })
  events.changed('recovery', 'cases', 'worklists')
  return done
}

function requireRevision({ head, facts }: LoadedCase, input: Parsed<'recovery.setEdd'>, { today }: RequestContext): void {
  requireOpenCase(head)
  if (head.version !== input.caseVersion) throw new AppError({ code: 'conflict', message: 'This case changed since you saw it. The page now shows how it stands.', latestVersion: head.version })
  const problem = eddProblem(input.edd, facts, today)
  if (problem !== 'none') throw new AppError({ code: 'validation', message: problem, fields: { edd: problem } })
  if (facts.edd === input.edd) throw new AppError({ code: 'validation', message: 'This is the expected discharge date already.', fields: { edd: 'This is the date already.' } })
  if (facts.edd !== 'unknown' && input.reason === 'first') throw new AppError({ code: 'validation', message: 'Choose a reason for the new date.', fields: { reason: 'Choose a reason.' } })
}
