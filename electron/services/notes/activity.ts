import type { Output, Parsed } from '#shared/contract/index.ts'
import { recentContacts } from '#electron/store/queries/notes/contacts.ts'
import { countActivity, recentNotes } from '#electron/store/queries/notes/notes.ts'
import { listTasks, tasksOfPatient } from '#electron/store/queries/notes/tasks.ts'
import { noteViewing } from '../patients/note-viewing.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** Everything written about a patient or one case; reading it is looking at the patient. */
export function activity(deps: Deps, context: RequestContext, { patientId, caseId }: Parsed<'notes.activity'>): Output<'notes.activity'> {
  const found = deps.store.read(db => ({
    notes: [...recentNotes(db, patientId, caseId)],
    contacts: [...recentContacts(db, patientId, caseId)],
    tasks: [...tasksOfPatient(db, patientId, caseId)],
    total: countActivity(db, patientId, caseId),
  }))
  noteViewing(deps, context, caseId === 'any' ? { action: 'patient.viewed', entity: 'patient', entityId: patientId, patientId } : { action: 'case.viewed', entity: 'case', entityId: caseId, patientId })
  return found
}

/** Tasks by owner and status, a window and the count of the whole. */
export function tasks({ store }: Deps, { actorId }: RequestContext, { whose, status, offset, limit }: Parsed<'notes.tasks'>): Output<'notes.tasks'> {
  return store.read(db => {
    const found = listTasks(db, { whose: whose === 'mine' ? actorId : whose, status, offset, limit })
    return { total: found.total, tasks: [...found.tasks] }
  })
}
