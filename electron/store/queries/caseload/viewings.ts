import type { PatientId, PersonId } from '#shared/model/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'

export interface Viewing {
  readonly actorId: PersonId
  readonly action: string
  readonly entityId: string
  readonly patientId: PatientId
}

/** When this person was last written down as having looked at this; null when never. By the index of the patient's history. */
export function lastViewing(db: ReadDb, { actorId, action, entityId, patientId }: Viewing): Instant | string | null {
  // The plus keeps the planner off the index by actor: a person's history is the whole of their working life.
  const at = db.get(sql`
    SELECT at FROM audit WHERE patient_id = ${patientId} AND +actor_id = ${actorId} AND action = ${action} AND entity_id = ${entityId} ORDER BY seq DESC LIMIT 1`)?.['at']
  return typeof at === 'string' ? at : null
}
