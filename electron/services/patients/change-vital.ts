import type { Output, Parsed } from '#shared/contract/index.ts'
import { deathDayProblem } from '#shared/domain/caseload/vital.ts'
import type { Patient, Vital } from '#shared/model/patient.ts'
import { refreshSummariesOfPatient } from '#electron/store/queries/caseload/case-summary.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { updateVital } from '#electron/store/queries/patients/save-patient.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { conflict, invalid, notFound, refused } from '../refusals.ts'

/** Confirms a death: outreach, prints and reminders stop (`isOutreachStopped`). */
export function confirmDeath(deps: Deps, context: RequestContext, { on, ...aim }: Parsed<'patients.confirmDeath'>): Output<'patients.confirmDeath'> {
  return changeVital(deps, context, aim, 'patient.death-confirmed', before => {
    const problem = deathDayProblem(on, before.birthDate, context.today)
    if (problem !== null) throw invalid('on', problem)
    return { state: 'died', on, confirmed: true }
  })
}

/** Takes a death back that was recorded in error; imports no longer bring it back. */
export function withdrawDeath(deps: Deps, context: RequestContext, { state, ...aim }: Parsed<'patients.withdrawDeath'>): Output<'patients.withdrawDeath'> {
  return changeVital(deps, context, aim, 'patient.death-withdrawn', before => {
    if (before.vital.state !== 'died') throw refused('No death is recorded for this patient.')
    return { state }
  })
}

type Aim = Pick<Parsed<'patients.confirmDeath'>, 'patientId' | 'expectedVersion'>

function changeVital({ store, events }: Deps, context: RequestContext, { patientId, expectedVersion }: Aim, action: string, decide: (before: Patient) => Vital): Output<'patients.confirmDeath'> {
  const changed = store.write(context, db => {
    const before = findPatient(db, patientId)
    if (before === null) throw notFound('patient')
    if (before.version !== expectedVersion) throw conflict('patient', before.version)
    const vital = decide(before)
    if (!updateVital(db, { id: patientId, expectedVersion, vital, by: context.actorId, at: context.at })) throw conflict('patient', before.version)
    db.audit({ action, entity: 'patient', entityId: patientId, patientId, changedFields: ['vital'] })
    refreshSummariesOfPatient(db, patientId, context.today)
    return { patientId, version: expectedVersion + 1 }
  })
  events.changed('patients', 'cases', 'tasks', 'recovery', 'worklists')
  return changed
}
