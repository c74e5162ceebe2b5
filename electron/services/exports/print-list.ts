import type { Output, Parsed } from '#shared/contract/index.ts'
import { initialsOf } from '#shared/domain/worklists/list-columns.ts'
import { nextActionWords } from '#shared/domain/worklists/next-action-words.ts'
import { nextStep } from '#shared/domain/worklists/next-action.ts'
import { censusAsOf } from '#electron/store/queries/worklists/census-as-of.ts'
import { personName } from '#electron/store/queries/worklists/person-name.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { wholeList } from './whole-list.ts'

/** The rows of a list that goes on paper. With initials the names do not leave the core at all. */
export function printList({ store }: Deps, context: RequestContext, { definition, initials }: Parsed<'exports.printList'>): Output<'exports.printList'> {
  const answer = store.read(db => {
    const rows = wholeList(db, context, definition)
    return {
      printedAt: context.at,
      printedBy: personName(db, context.actorId),
      censusAsOf: censusAsOf(db),
      total: rows.length,
      rows: rows.map(row => ({ ...row, patientName: initials ? initialsOf(row.patientName) : row.patientName, mrn: initials ? 'unknown' as const : row.mrn, nextAction: nextActionWords(nextStep(row, context.today), context.today) })),
    }
  })
  store.recordRead(context, { action: 'worklist.printed', entity: 'case', entityId: 'list', detail: { rows: answer.total, initials } })
  return answer
}
