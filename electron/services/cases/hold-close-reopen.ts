import type { Output, Parsed } from '#shared/contract/index.ts'
import { closingDayProblem } from '#shared/domain/caseload/case-life.ts'
import { caseStatusNames, closeReasonNames } from '#shared/domain/caseload/words.ts'
import { closeCaseRow, reopenCaseRow, updateCaseStatus } from '#electron/store/queries/cases/save-case.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { invalid } from '../refusals.ts'
import { stepCase } from './step-case.ts'

export function holdCase(deps: Deps, context: RequestContext, { reason, ...aim }: Parsed<'cases.hold'>): Output<'cases.hold'> {
  return stepCase(deps, context, {
    ...aim, action: 'hold', reason,
    save: (db, { id, version }) => updateCaseStatus(db, id, version, 'on-hold') && { kind: 'held', changes: [], fields: ['status'] },
  })
}

export function resumeCase(deps: Deps, context: RequestContext, { reason, ...aim }: Parsed<'cases.resume'>): Output<'cases.resume'> {
  return stepCase(deps, context, {
    ...aim, action: 'resume', reason,
    save: (db, { id, version }) => updateCaseStatus(db, id, version, 'open') && { kind: 'resumed', changes: [], fields: ['status'] },
  })
}

/** Closes a case with a reason on a day that has come. */
export function closeCase(deps: Deps, context: RequestContext, { closeReason, closedOn, note, ...aim }: Parsed<'cases.close'>): Output<'cases.close'> {
  return stepCase(deps, context, {
    ...aim, action: 'close', reason: note,
    save: (db, before) => {
      const problem = closingDayProblem(before.openedOn, closedOn, context.today)
      if (problem !== null) throw invalid('closedOn', problem)
      const changes = [{ field: 'Status', from: caseStatusNames[before.status], to: `Closed: ${closeReasonNames[closeReason]}, ${closedOn}` }]
      return closeCaseRow(db, before.id, before.version, closeReason, closedOn) && { kind: 'closed', changes, fields: ['status', 'closeReason', 'closedOn'] }
    },
  })
}

/** Opens a closed case again; how it was closed stays in its history. */
export function reopenCase(deps: Deps, context: RequestContext, { reason, ...aim }: Parsed<'cases.reopen'>): Output<'cases.reopen'> {
  return stepCase(deps, context, {
    ...aim, action: 'reopen', reason,
    save: (db, before) => {
      const was = before.closeReason === 'none' ? 'Closed' : `Closed: ${closeReasonNames[before.closeReason]}, ${before.closedOn}`
      return reopenCaseRow(db, before.id, before.version) && { kind: 'reopened', changes: [{ field: 'Status', from: was, to: 'Open' }], fields: ['status', 'closeReason', 'closedOn'] }
    },
  })
}
