export { CaseActivity } from './case-activity.tsx'
export { ContactCapture } from './contact-capture.tsx'
export { NoteCapture } from './note-capture.tsx'
export { TaskCapture } from './task-capture.tsx'
