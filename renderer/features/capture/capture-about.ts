import { z } from 'zod'
import { CaseId, PatientId } from '#shared/model/ids.ts'

/** What a note, task or contact is about, with the words it is shown by. */
export const CaptureAbout = z.object({ patientId: PatientId, caseId: z.union([z.literal('none'), CaseId]), label: z.string() })
export type CaptureAbout = z.output<typeof CaptureAbout>

/** What a form holds of it: the record it was opened from until the person chooses another one, or none. */
export const AboutChoice = z.union([z.literal('as-opened'), CaptureAbout.nullable()])
export type AboutChoice = z.output<typeof AboutChoice>
