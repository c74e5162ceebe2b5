import type { Output, Parsed } from '#shared/contract/index.ts'
import { insertNote } from '#electron/store/queries/notes/notes.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireAbout } from './require-about.ts'

export function addNote({ store, ids, events }: Deps, context: RequestContext, { patientId, caseId, text }: Parsed<'notes.add'>): Output<'notes.add'> {
  const id = ids.next('note')
  const saved = store.write(context, db => {
    requireAbout(db, patientId, caseId, 'record')
    insertNote(db, { id, patientId, caseId, text, at: context.at, byPersonId: context.actorId })
    db.audit({ action: 'note.added', entity: 'note', entityId: id, patientId })
    return { id, version: 1 }
  })
  events.changed('notes')
  return saved
}
