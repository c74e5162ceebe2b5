import type { Output, Parsed } from '#shared/contract/index.ts'
import { insertTask } from '#electron/store/queries/notes/tasks.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireAbout } from './require-about.ts'
import { taskOwner } from './task-owner.ts'

/** A task may be about a patient, one of the cases, or nobody. It is a reminder: none is planned about a patient whose death is confirmed. */
export function addTask({ store, ids, events }: Deps, context: RequestContext, input: Parsed<'notes.addTask'>): Output<'notes.addTask'> {
  const { patientId, caseId, title, dueOn, dueTime } = input
  const id = ids.next('task')
  const saved = store.write(context, db => {
    if (patientId !== 'none') requireAbout(db, patientId, caseId, 'outreach')
    insertTask(db, { id, patientId, caseId: patientId === 'none' ? 'none' : caseId, kind: 'task', title, dueOn, dueTime, assignedTo: taskOwner(input.assignedToId, context.actorId), at: context.at, byPersonId: context.actorId })
    db.audit({ action: 'task.added', entity: 'task', entityId: id, patientId: patientId === 'none' ? null : patientId })
    return { id, version: 1 }
  })
  events.changed('tasks')
  return saved
}
