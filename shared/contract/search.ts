import { z } from 'zod'
import { CaseStatus } from '#shared/model/case.ts'
import { CaseId, NoteId, PatientId } from '#shared/model/ids.ts'
import { Day, Moment, SearchText, known } from '#shared/model/scalars.ts'
import { query } from './define.ts'

export const PatientHit = z.strictObject({
  patientId: PatientId, name: z.string(), mrn: known(z.string()), birthDate: known(Day), died: z.boolean(),
  cases: z.array(z.strictObject({ caseId: CaseId, status: CaseStatus, reason: z.union([z.literal('hidden'), z.string()]), unitName: known(z.string()) })),
})
export type PatientHit = z.output<typeof PatientHit>
export const NoteHit = z.strictObject({
  noteId: NoteId, patientId: PatientId, caseId: z.union([z.literal('none'), CaseId]), patientName: z.string(), at: Moment,
  /** The facility's day of `at`. */
  on: Day, excerpt: z.string(),
})
export type NoteHit = z.output<typeof NoteHit>

export const searchContract = {
  /** Patients by parts of the name, MRN or its last digits, birth date in any usual writing, then by words of their open cases; best first, at most 20. An empty text finds nobody. */
  'search.patients': query({ input: z.strictObject({ text: SearchText }), output: z.array(PatientHit), permission: 'patients.read' }),
  /** Words in notes, newest first, at most 50; words of three letters and more may be cut short. Notes of a sensitive case are read in the case only: a list that many see would tell what it hides. */
  'search.notes': query({ input: z.strictObject({ text: SearchText }), output: z.array(NoteHit), permission: 'patients.read' }),
} as const
