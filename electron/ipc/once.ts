import { AppError } from '#shared/contract/errors.ts'
import type { Operation } from '#shared/contract/define.ts'
import type { CommandId } from '#shared/model/ids.ts'
import type { OpenSession } from '#electron/services/deps.ts'

interface Running {
  readonly channel: string
  readonly actorId: string | null
  readonly outcome: Promise<unknown>
}

type Once = (commandId: CommandId, channel: string, operation: Operation, session: OpenSession | null, run: () => Promise<unknown>) => Promise<unknown>

/**
 * Runs a command once: while it runs, a second call waits for the same outcome; afterwards the store's memory of it answers. A failed command
 * left nothing behind and may be tried again under its id.
 */
export function createOnce(): Once {
  const running = new Map<CommandId, Running>()
  return async (commandId, channel, operation, session, run) => {
    const actorId = session?.contextFor(commandId, channel).actorId ?? null
    const twin = running.get(commandId)
    if (twin !== undefined) {
      sameCommand(twin, channel, actorId)
      return twin.outcome
    }
    const done = session?.deps.store.findCommand(commandId) ?? null
    if (done !== null) {
      sameCommand(done, channel, actorId)
      return firstOutcome(operation, done.outcome)
    }
    const outcome = run()
    running.set(commandId, { channel, actorId, outcome })
    try {
      return await outcome
    } finally {
      running.delete(commandId)
    }
  }
}

function sameCommand(first: { readonly channel: string; readonly actorId: string | null }, channel: string, actorId: string | null): void {
  if (first.channel === channel && first.actorId === actorId) return
  throw new AppError({ code: 'refused', message: 'This command id belongs to another command.' })
}

function firstOutcome(operation: Operation, outcome: unknown): unknown {
  const parsed = operation.output.safeParse(outcome)
  if (parsed.success) return outcome
  throw new AppError({ code: 'refused', message: 'This was saved before. Open the record again to see it.' })
}
