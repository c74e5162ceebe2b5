import { z } from 'zod'
import { Line, Moment } from './scalars.ts'

export const CaseEventKind = z.literal(['opened', 'edited', 'reassigned', 'held', 'resumed', 'closed', 'reopened'])
export type CaseEventKind = z.output<typeof CaseEventKind>

/** What a person may do to a case, besides reading it. */
export const CaseAction = z.literal(['edit', 'reassign', 'hold', 'resume', 'close', 'reopen'])
export type CaseAction = z.output<typeof CaseAction>

/** A step in the life of a case, kept for good. `changes` names fields with the words shown at the time. */
export const CaseEvent = z.strictObject({
  id: z.string(),
  kind: CaseEventKind,
  at: Moment,
  byName: z.string(),
  reason: z.union([z.literal('none'), Line]),
  changes: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
})
export type CaseEvent = z.output<typeof CaseEvent>
