import { z } from 'zod'
import { CommandId } from '#shared/model/ids.ts'
import { command, query } from './define.ts'

export const jobsContract = {
  /** Asks a running command to stop at its next safe point. */
  'jobs.cancel': command({ input: z.strictObject({ commandId: CommandId }), output: z.strictObject({ asked: z.boolean() }), permission: 'anyone', access: 'blurred' }),
  /** What became of a command whose answer never came. */
  'jobs.outcome': query({
    input: z.strictObject({ commandId: CommandId }),
    output: z.discriminatedUnion('state', [z.strictObject({ state: z.literal('done'), at: z.string() }), z.strictObject({ state: z.literal('not-done') })]),
    permission: 'anyone',
  }),
} as const
