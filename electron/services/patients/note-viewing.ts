import { plusMinutes } from '#shared/kernel/instant.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { lastViewing } from '#electron/store/queries/caseload/viewings.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'

/** A page asks again after every change; within this time it is the same look. */
const sameLookMinutes = 10

export interface Look {
  readonly action: 'patient.viewed' | 'case.viewed' | 'patient.compared'
  readonly entity: 'patient' | 'case'
  readonly entityId: string
  readonly patientId: PatientId
}

/** Writes down that this person looked at a patient or a case, once for each look. */
export function noteViewing({ store }: Pick<Deps, 'store'>, context: RequestContext, look: Look): void {
  const last = store.read(db => lastViewing(db, { actorId: context.actorId, ...look }))
  if (last !== null && last > plusMinutes(context.at, -sameLookMinutes)) return
  store.recordRead(context, look)
}
