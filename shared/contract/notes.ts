import { z } from 'zod'
import { CaseId, ContactId, NoteId, PatientId, PersonId, TaskId } from '#shared/model/ids.ts'
import { Count, Day, Line, Moment, Prose, Version, known } from '#shared/model/scalars.ts'
import { command, query } from './define.ts'

/** What a note, task or contact is about. A task may be about nobody. */
export const About = z.strictObject({ patientId: PatientId, caseId: z.union([z.literal('none'), CaseId]) })
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 14:30.')

export const Note = z.strictObject({ id: NoteId, version: Version, patientId: PatientId, caseId: z.union([z.literal('none'), CaseId]), text: Prose, at: Moment, byId: PersonId, byName: z.string() })
export type Note = z.output<typeof Note>

export const TaskStatus = z.literal(['open', 'done', 'dropped'])
export const Task = z.strictObject({
  id: TaskId, version: Version, patientId: z.union([z.literal('none'), PatientId]), caseId: z.union([z.literal('none'), CaseId]), patientName: z.union([z.literal('none'), z.string()]),
  title: Line, kind: z.literal(['task', 'call-back']), dueOn: known(Day), dueTime: known(TimeOfDay), assignedToId: z.union([z.literal('nobody'), PersonId]), assignedToName: z.union([z.literal('nobody'), z.string()]),
  status: TaskStatus, createdAt: Moment,
})
export type Task = z.output<typeof Task>

export const ContactKind = z.literal(['call', 'fax', 'letter', 'visit', 'meeting', 'message'])
export const ContactFields = z.strictObject({
  kind: ContactKind, direction: z.literal(['in', 'out']), withWhom: known(Line), organization: known(Line), referenceNumber: known(Line), minutes: known(z.number().int().min(0).max(1440)), summary: Prose,
  /** A promised call back becomes a task of its own, due that day. */
  callBackOn: z.union([z.literal('none'), Day]),
})
export const Contact = ContactFields.extend({ id: ContactId, version: Version, patientId: PatientId, caseId: z.union([z.literal('none'), CaseId]), at: Moment, byId: PersonId, byName: z.string() })
export type Contact = z.output<typeof Contact>

const Saved = <Id extends z.ZodType>(id: Id) => z.strictObject({ id, version: Version })

export const notesContract = {
  /** Everything written about a patient or one of the cases, newest first: notes, contacts, tasks; 50 of each. */
  'notes.activity': query({
    input: z.strictObject({ patientId: PatientId, caseId: z.union([z.literal('any'), CaseId]) }),
    output: z.strictObject({ notes: z.array(Note), contacts: z.array(Contact), tasks: z.array(Task), total: Count }),
    permission: 'patients.read',
  }),
  /** The name under which a patient or case is written about; a case alone is enough. */
  'notes.about': query({
    input: z.strictObject({ patientId: z.union([z.literal('none'), PatientId]), caseId: z.union([z.literal('none'), CaseId]) }),
    output: z.discriminatedUnion('found', [
      z.strictObject({ found: z.literal('yes'), patientId: PatientId, caseId: z.union([z.literal('none'), CaseId]), patientName: z.string() }),
      z.strictObject({ found: z.literal('no') }),
    ]),
    permission: 'patients.read',
  }),
  'notes.add': command({ input: About.extend({ text: Prose }), output: Saved(NoteId), permission: 'notes.write' }),
  'notes.addContact': command({ input: About.extend({ contact: ContactFields }), output: Saved(ContactId), permission: 'notes.write' }),
  'notes.addTask': command({
    input: z.strictObject({
      patientId: z.union([z.literal('none'), PatientId]), caseId: z.union([z.literal('none'), CaseId]), title: Line, dueOn: known(Day), dueTime: known(TimeOfDay), assignedToId: z.union([z.literal('me'), z.literal('nobody'), PersonId]),
    }),
    output: Saved(TaskId),
    permission: 'notes.write',
  }),
  'notes.editTask': command({
    input: z.strictObject({ taskId: TaskId, expectedVersion: Version, title: Line, dueOn: known(Day), dueTime: known(TimeOfDay), assignedToId: z.union([z.literal('me'), z.literal('nobody'), PersonId]) }),
    output: Saved(TaskId),
    permission: 'notes.write',
  }),
  /** Done or dropped, or back to open (undo). */
  'notes.setTaskStatus': command({ input: z.strictObject({ taskId: TaskId, expectedVersion: Version, status: TaskStatus }), output: Saved(TaskId), permission: 'notes.write' }),
  'notes.tasks': query({
    input: z.strictObject({ whose: z.literal(['mine', 'nobodys', 'all']), status: TaskStatus, offset: Count, limit: z.number().int().min(1).max(200) }),
    output: z.strictObject({ total: Count, tasks: z.array(Task) }),
    permission: 'worklists.read',
  }),
} as const
