import { z } from 'zod'
import { CaseId } from '#shared/model/ids.ts'
import { Count, Line, known } from '#shared/model/scalars.ts'
import { command } from './define.ts'

export const PaperKind = z.literal(['timeline-chart', 'recovery-plan', 'list', 'recovery-key', 'note'])
export type PaperKind = z.output<typeof PaperKind>

export const printContract = {
  /**
   * Says that a paper left the program: called before the printer or the PDF gets it. `dialog`: the browser's print dialog, where the person chooses
   * between the two unseen. `subject` names a list ("My list"), never a person.
   */
  'print.record': command({
    input: z.strictObject({
      paper: PaperKind,
      caseId: z.union([z.literal('none'), CaseId]),
      subject: z.union([z.literal('none'), Line]),
      target: z.literal(['printer', 'pdf', 'dialog']),
      /** Unknown where a page runs over several sheets: how it breaks is the printer's. */
      pages: known(Count),
      largePrint: z.boolean(),
    }),
    output: z.strictObject({ recorded: z.literal(true) }),
    permission: 'records.print',
  }),
} as const
