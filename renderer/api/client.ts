import type { EventData, EventName } from '#shared/contract/events.ts'
import type { AppErrorShape } from '#shared/contract/errors.ts'
import { contract, type Channel, type Input, type Output } from '#shared/contract/index.ts'
import type { CommandId } from '#shared/model/ids.ts'
import { newCommandId } from './command-id.ts'

/** The core's answer was an error. `shape.message` may be shown as it stands; switch on `shape.code`. */
export class CallError extends Error {
  readonly shape: AppErrorShape
  constructor(shape: AppErrorShape) {
    super(shape.message)
    this.name = 'CallError'
    this.shape = shape
  }
}

/** No answer came: the core ended or the connection broke. Whether a command was carried out is not known; `jobs.outcome` tells later. */
export class NoAnswerError extends Error {
  readonly commandId: CommandId | null
  constructor(commandId: CommandId | null) {
    super('No answer came from the workstation.')
    this.name = 'NoAnswerError'
    this.commandId = commandId
  }
}

/** The only way to ask the core. Throws `CallError` or `NoAnswerError`; a command gets an id of its own unless one is given. */
export async function call<C extends Channel>(channel: C, input: Input<C>, commandId?: CommandId): Promise<Output<C>> {
  const id = commandId ?? (contract[channel].kind === 'command' ? newCommandId() : undefined)
  const reply = await window.workstation.invoke(channel, input, id).catch(() => null)
  if (reply === null || (!reply.ok && reply.error.code === 'unanswered')) throw new NoAnswerError(id ?? null)
  if (!reply.ok) throw new CallError(reply.error)
  return reply.data
}

/** Listens to what the core tells unasked; returns the end of the subscription. */
export const listen = <N extends EventName>(name: N, listener: (data: EventData<N>) => void): (() => void) => window.workstation.on(name, listener)

/** What went wrong, as a shape to switch on, whatever was thrown. */
export function errorShape(error: unknown): AppErrorShape {
  if (error instanceof CallError) return error.shape
  if (error instanceof NoAnswerError) {
    return { code: 'unanswered', message: 'No answer came, so it is not certain that this was saved. Your text is kept. Look at the record, then try again.' }
  }
  return { code: 'unexpected', message: 'Something went wrong on this screen. What was saved is safe. Go to another screen and come back.', ref: 'page' }
}
