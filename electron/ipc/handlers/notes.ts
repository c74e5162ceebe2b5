import type { notesContract } from '#shared/contract/notes.ts'
import { noteAbout } from '#electron/services/notes/note-about.ts'
import { activity, tasks } from '#electron/services/notes/activity.ts'
import { addContact } from '#electron/services/notes/add-contact.ts'
import { addNote } from '#electron/services/notes/add-note.ts'
import { addTask } from '#electron/services/notes/add-task.ts'
import { editTask, setTaskStatus } from '#electron/services/notes/change-task.ts'
import type { HandlersOf } from '../handler.ts'

export const notesHandlers: HandlersOf<typeof notesContract> = {
  'notes.about': noteAbout,
  'notes.activity': activity,
  'notes.add': addNote,
  'notes.addContact': addContact,
  'notes.addTask': addTask,
  'notes.editTask': editTask,
  'notes.setTaskStatus': setTaskStatus,
  'notes.tasks': tasks,
}
