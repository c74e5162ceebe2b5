import type { Output, Parsed } from '#shared/contract/index.ts'
import { casesOfPatient } from '#electron/store/queries/cases/find-case.ts'
import { personChoices, unitChoices } from '#electron/store/queries/cases/case-choices.ts'
import { currentPatientId } from '#electron/store/queries/patients/find-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { noteViewing } from '../patients/note-viewing.ts'
import { notFound } from '../refusals.ts'
import { viewCase } from './view-case.ts'

/** The case for its page; looking at it is written down. */
export function getCase(deps: Pick<Deps, 'store' | 'resources'>, context: RequestContext, { caseId }: Parsed<'cases.get'>): Output<'cases.get'> {
  const view = deps.store.read(db => viewCase(db, deps, context, caseId))
  noteViewing(deps, context, { action: 'case.viewed', entity: 'case', entityId: caseId, patientId: view.case.patientId })
  return view
}

export function listCasesOfPatient(deps: Pick<Deps, 'store'>, context: RequestContext, { patientId }: Parsed<'cases.ofPatient'>): Output<'cases.ofPatient'> {
  const found = deps.store.read(db => {
    const id = currentPatientId(db, patientId)
    if (id === null) throw notFound('patient')
    return { id, cases: casesOfPatient(db, id) }
  })
  noteViewing(deps, context, { action: 'patient.viewed', entity: 'patient', entityId: found.id, patientId: found.id })
  return found.cases
}

/** Units and people to choose from when a case is opened. */
export function listCaseChoices({ store }: Pick<Deps, 'store'>): Output<'cases.choices'> {
  return store.read(db => ({ units: unitChoices(db), people: personChoices(db) }))
}
