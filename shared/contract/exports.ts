import { z } from 'zod'
import { Count, Moment, known } from '#shared/model/scalars.ts'
import { WorklistDefinition, WorklistRow } from '#shared/model/worklist.ts'
import { command, query } from './define.ts'

/** A list print or export holds at most this many rows; more is refused with that sentence. */
export const exportLimit = 5_000

export const exportsContract = {
  /** The rows of a printed list with what each needs for rounds. Audited as a print. */
  'exports.printList': query({
    input: z.strictObject({ definition: WorklistDefinition, initials: z.boolean() }),
    output: z.strictObject({
      printedAt: Moment, printedBy: z.string(), censusAsOf: known(Moment), total: Count,
      rows: z.array(WorklistRow.extend({ nextAction: z.string() })),
    }),
    permission: 'records.print',
  }),
  /** A file of the list as seen: every field quoted, nothing a spreadsheet would run. Base64. Audited as an export. */
  'exports.list': command({
    untraced: true,
    input: z.strictObject({ definition: WorklistDefinition, format: z.literal(['csv', 'xlsx']), columns: z.array(z.string()).min(1).max(30) }),
    output: z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.string(), rows: Count }),
    permission: 'records.export',
    stepUp: true,
  }),
} as const
