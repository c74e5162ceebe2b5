import type { Operation } from '#shared/contract/define.ts'
import { contract, isChannel } from '#shared/contract/index.ts'
import type { jobsContract } from '#shared/contract/jobs.ts'
import type { HandlersOf } from '../handler.ts'

export const jobsHandlers: HandlersOf<typeof jobsContract> = {
  'jobs.cancel': ({ jobs }, _context, { commandId }) => ({ asked: jobs.cancel(commandId) }),
  'jobs.outcome': ({ store }, context, { commandId, channel }) => {
    const command = store.findCommand(commandId)
    if (command !== null && command.actorId === context.actorId && command.channel === channel) return { state: 'done', at: command.at }
    const operation: Operation | null = isChannel(channel) ? contract[channel] : null
    return { state: operation?.kind === 'command' && operation.untraced === true ? 'untraced' : 'not-done' }
  },
}
