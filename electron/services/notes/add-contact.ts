import type { Output, Parsed } from '#shared/contract/index.ts'
import { insertContact } from '#electron/store/queries/notes/contacts.ts'
import { insertTask } from '#electron/store/queries/notes/tasks.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireAbout } from './require-about.ts'

/** Records a call, fax, letter, visit or meeting; a promised call back becomes a task of one's own in the same transaction. */
export function addContact({ store, ids, events }: Deps, context: RequestContext, { patientId, caseId, contact }: Parsed<'notes.addContact'>): Output<'notes.addContact'> {
  const id = ids.next('contact')
  const promised = contact.callBackOn
  const saved = store.write(context, db => {
    requireAbout(db, patientId, caseId, promised === 'none' ? 'record' : 'outreach')
    insertContact(db, { id, patientId, caseId, fields: contact, at: context.at, byPersonId: context.actorId })
    db.audit({ action: 'contact.added', entity: 'contact', entityId: id, patientId, detail: { kind: contact.kind, direction: contact.direction } })
    if (promised !== 'none') {
      const taskId = ids.next('task')
      const whom = contact.withWhom === 'unknown' ? 'Call back' : `Call back ${contact.withWhom}`
      insertTask(db, { id: taskId, patientId, caseId, kind: 'call-back', title: whom, dueOn: promised, dueTime: 'unknown', assignedTo: context.actorId, at: context.at, byPersonId: context.actorId })
      db.audit({ action: 'task.added', entity: 'task', entityId: taskId, patientId, detail: { kind: 'call-back' } })
    }
    return { id, version: 1 }
  })
  events.changed('contacts', 'tasks')
  return saved
}
