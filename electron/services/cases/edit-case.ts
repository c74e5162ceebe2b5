import type { Output, Parsed } from '#shared/contract/index.ts'
import type { Case, CaseFields } from '#shared/model/case.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { updateCaseFields } from '#electron/store/queries/cases/save-case.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { ensureShippedTables } from '../reference/ensure-shipped-tables.ts'
import { caseChanges, changedCaseFields, checkChoices, fieldsOfCase } from './case-fields.ts'
import { stepCase, type CaseStep } from './step-case.ts'

/** Changes the facts of a case. A change of the case manager alone is called a reassignment in the history. */
export function editCase(deps: Deps, context: RequestContext, { fields, ...aim }: Parsed<'cases.edit'>): Output<'cases.edit'> {
  return stepCase(deps, context, { ...aim, action: 'edit', reason: 'none', save: (db, before) => saveFields(deps, context, db, before, fields) })
}

/** Gives a case to another person, or to nobody. */
export function reassignCase(deps: Deps, context: RequestContext, { caseManagerId, reason, ...aim }: Parsed<'cases.reassign'>): Output<'cases.reassign'> {
  return stepCase(deps, context, { ...aim, action: 'reassign', reason, save: (db, before) => saveFields(deps, context, db, before, { ...fieldsOfCase(before), caseManagerId }) })
}

function saveFields(deps: Deps, context: RequestContext, db: WriteDb, found: Case, fields: CaseFields): ReturnType<CaseStep['save']> {
  const before = fieldsOfCase(found)
  const changed = changedCaseFields(before, fields)
  if (changed.length === 0) return 'nothing'
  checkChoices(db, fields, before)
  if (fields.drgCode !== 'not-assigned') ensureShippedTables(db, deps, context)
  if (!updateCaseFields(db, found.id, found.version, fields)) return false
  const onlyManager = changed.length === 1 && changed[0] === 'caseManagerId'
  return { kind: onlyManager ? 'reassigned' : 'edited', changes: caseChanges(db, before, fields), fields: changed }
}
