import { z } from 'zod'
import { Line, Moment } from '#shared/model/scalars.ts'
import { command, query } from './define.ts'

/** Names one form for one record, the same each time it is opened: `note:01J…`, `patient:new`. Never patient data. */
export const DraftKey = z.string().regex(/^[a-z][\w.:-]{0,119}$/i, 'This is not the name of a draft.')
export type DraftKey = z.output<typeof DraftKey>

/** True for the forms of the administration; every other draft may hold a patient's text. */
export const isAdministrativeDraft = (key: DraftKey): boolean => key === 'facility' || key.startsWith('person-')

/** What a person has typed and not yet saved; private to that person, encrypted like everything else. */
export const Draft = z.strictObject({
  key: DraftKey,
  /** Where to go back to, as the page wrote it (`renderer/state/route.ts`). */
  place: z.string().max(2000),
  /** What the resume list shows. */
  title: Line,
  /** The form's values as JSON. */
  values: z.string().max(400_000, 'This draft is too long to keep.'),
  editedAt: Moment,
})
export type Draft = z.output<typeof Draft>

export const draftsContract = {
  /** Mine, newest first. */
  'drafts.list': query({ input: z.strictObject({}), output: z.array(Draft), permission: 'anyone' }),
  /** Keeps the newest text of a form. Also while blurred and in the last second before a lock: what is typed must not be lost. */
  'drafts.save': command({ untraced: true, input: Draft.omit({ editedAt: true }), output: z.strictObject({ editedAt: Moment }), permission: 'anyone', access: 'blurred' }),
  /** The form was saved or thrown away. */
  'drafts.discard': command({ untraced: true, input: z.strictObject({ key: DraftKey }), output: z.strictObject({}), permission: 'anyone', access: 'blurred' }),
} as const
