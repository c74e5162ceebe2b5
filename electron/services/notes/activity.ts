import type { Output, Parsed } from '#shared/contract/index.ts'
import { recentContacts } from '#electron/store/queries/notes/contacts.ts'
import { countActivity, recentNotes } from '#electron/store/queries/notes/notes.ts'
import { listTasks, tasksOfPatient } from '#electron/store/queries/notes/tasks.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** Everything written about a patient or one case. The opening of the case, audited, covers this reading. */
export function activity({ store }: Deps, _context: RequestContext, { patientId, caseId }: Parsed<'notes.activity'>): Output<'notes.activity'> {
  return store.read(db => ({
    notes: [...recentNotes(db, patientId, caseId)],
    contacts: [...recentContacts(db, patientId, caseId)],
    tasks: [...tasksOfPatient(db, patientId, caseId)],
    total: countActivity(db, patientId),
  }))
}

export function tasks({ store }: Deps, { actorId }: RequestContext, { whose, status, offset, limit }: Parsed<'notes.tasks'>): Output<'notes.tasks'> {
  return store.read(db => {
    const found = listTasks(db, { whose: whose === 'mine' ? actorId : whose, status, offset, limit })
    return { total: found.total, tasks: [...found.tasks] }
  })
}
