import type { jobsContract } from '#shared/contract/jobs.ts'
import type { HandlersOf } from '../handler.ts'

export const jobsHandlers: HandlersOf<typeof jobsContract> = {
  'jobs.cancel': ({ jobs }, _context, { commandId }) => ({ asked: jobs.cancel(commandId) }),
  'jobs.outcome': ({ store }, context, { commandId }) => {
    const command = store.findCommand(commandId)
    return command?.actorId === context.actorId ? { state: 'done', at: command.at } : { state: 'not-done' }
  },
}
