import { z } from 'zod'
import { CommandId } from '#shared/model/ids.ts'
import { command, query } from './define.ts'

export const jobsContract = {
  /** Asks a running command to stop at its next safe point. */
  'jobs.cancel': command({ input: z.strictObject({ commandId: CommandId }), output: z.strictObject({ asked: z.boolean() }), untraced: true, permission: 'anyone', access: 'blurred' }),
  /** What became of one's own command whose answer never came. `untraced`: nothing is kept of commands of this channel, and doing it again does no harm. */
  'jobs.outcome': query({
    input: z.strictObject({ commandId: CommandId, channel: z.string().max(100) }),
    output: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('done'), at: z.string() }),
      z.strictObject({ state: z.literal('not-done') }),
      z.strictObject({ state: z.literal('untraced') }),
    ]),
    permission: 'anyone',
  }),
} as const
