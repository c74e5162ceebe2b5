import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { statusOrderProblem } from '#shared/domain/caseload/stay-order.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { refreshSummariesOfPatient } from '#electron/store/queries/caseload/case-summary.ts'
import { findOpenAbsence, openAbsences } from '#electron/store/queries/interchange/census.ts'
import { findStay } from '#electron/store/queries/stays/find-stay.ts'
import { resolveAbsence, updateStay } from '#electron/store/queries/stays/save-stay.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { conflict, invalid } from '../refusals.ts'
import { reportDeath } from '../patients/report-death.ts'
import { followingDischarge } from '../recovery/follow-anchors.ts'
import { endsOf } from './apply-patient.ts'

/** Who waits for a person's word; showing them is written down. */
export function listAbsences({ store }: Deps, context: RequestContext, { patientId }: Parsed<'imports.absences'>): Output<'imports.absences'> {
  const absences = store.read(db => openAbsences(db, listName, patientId))
  store.recordRead(context, { action: 'census.absences-listed', ...(patientId !== undefined && { patientId }), detail: { count: absences.length } })
  return { absences }
}

/** A person's word about somebody the census no longer names. "Discharged" ends the stay at the moment given; "still here" only ends the question. */
export function confirmAbsence({ store, ids, resources, events }: Deps, context: RequestContext, input: Parsed<'imports.confirmAbsence'>): Output<'imports.confirmAbsence'> {
  const answer = store.write(context, db => {
    const absence = findOpenAbsence(db, input.absenceId)
    const stay = absence === null ? null : findStay(db, absence.stayId)
    if (absence === null || stay === null) throw new AppError({ code: 'not-found', message: 'Somebody has answered this already.' })
    if (stay.version !== input.expectedStayVersion) throw conflict('stay', stay.version)
    if (input.resolution === 'discharged') {
      const statusChanges = [...stay.statusChanges, { status: 'discharged' as const, from: input.at }]
      const problem = statusOrderProblem(statusChanges, context.at, stay.statusChanges.length)
      if (problem !== null) throw invalid('at', problem.message)
      const fields = { ...stay, statusChanges, disposition: input.disposition === 'unknown' ? stay.disposition : input.disposition }
      const ends = endsOf(fields, stay.arrivedAt)
      followingDischarge(db, { ids, resources }, context, [stay.caseId], () => updateStay(db, stay, stay.version, { caseId: stay.caseId, fields, ends }, { at: context.at, by: context.actorId, makeId: ids.next }))
      reportDeath(db, context, stay.patientId, { ...fields, ...ends })
    }
    resolveAbsence(db, stay.id, input.resolution, context.at)
    db.audit({ action: 'census.absence-answered', entity: 'stay', entityId: stay.id, patientId: absence.patientId, detail: { resolution: input.resolution } })
    refreshSummariesOfPatient(db, absence.patientId, context.today)
    return { patientId: absence.patientId }
  })
  events.changed('stays', 'patients', 'worklists', 'imports', 'cases', 'recovery')
  return answer
}
