import { contract, isChannel, type Channel } from '#shared/contract/index.ts'
import { AppError, type AppErrorShape } from '#shared/contract/errors.ts'
import type { Operation } from '#shared/contract/define.ts'
import { isUlid } from '#shared/kernel/ids.ts'
import { CommandId } from '#shared/model/ids.ts'
import type { CoreDeps, KeylessContext, OpenSession, RequestContext, SessionKeeper } from '#electron/services/deps.ts'
import { refuse } from './authorize.ts'
import { GateError, InputError } from './dispatcher-errors.ts'
import { toReplyError } from './reply-error.ts'
import { createOnce } from './once.ts'
import type { Handlers } from './handler.ts'

/** What a shell relays: nothing in it is trusted. */
export interface CoreRequest {
  readonly channel: unknown
  readonly input: unknown
  readonly commandId?: unknown
}

export type AnyReply = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: AppErrorShape }
export type Dispatch = (request: CoreRequest) => Promise<AnyReply>

// The parse just before the call gives `input` its type; methods let each handler keep its own.
type AnyHandler = { run(deps: CoreDeps, context: KeylessContext | RequestContext, input: unknown): unknown }['run']

/**
 * The one way into the services: is it an operation, may it run in this state, is the input whole, may this person, was it done before; then the
 * handler. The answer is always a value: errors that a person can act on as they are, all others as a reference without a word of their content.
 */
export function createDispatcher(core: CoreDeps, handlers: Handlers): Dispatch {
  const table: Readonly<Record<string, AnyHandler>> = handlers
  const once = createOnce()

  async function answer(channel: Channel, operation: Operation, request: CoreRequest): Promise<unknown> {
    gate(channel, operation, core.session)
    const input = parse(operation, request.input)
    const commandId = commandIdOf(core, operation, request.commandId)
    const session = core.session.open()
    const run = async (): Promise<unknown> => {
      const handler = table[channel]
      if (handler === undefined) throw new RangeError('No handler.')
      if (operation.access === 'before-unlock') return handler(core, keylessContext(core, channel, commandId), input)
      const { deps, contextFor } = unlocked(session)
      return handler(deps, contextFor(commandId, channel), input)
    }
    if (session !== null) refuse(session, core.session.state(), channel, operation, commandId)
    if (operation.kind === 'command' && operation.stepUp === true && !core.session.isProved()) throw new AppError({ code: 'step-up', message: 'Enter your passphrase again to go on.' })
    if (commandId === null) return run()
    try {
      return await once(commandId, channel, operation, session, run)
    } finally {
      core.jobs.finish(commandId)
    }
  }

  return async ({ channel, ...request }) => {
    if (typeof channel !== 'string' || !isChannel(channel)) return { ok: false, error: { code: 'not-found', message: 'There is no such operation.' } }
    try {
      return { ok: true, data: await answer(channel, contract[channel], { channel, ...request }) }
    } catch (error) {
      return { ok: false, error: toReplyError(core, channel, error) }
    }
  }
}

/** What the page still sends in the half second before the key is gone. */
const whileLocking: readonly string[] = ['drafts.save', 'drafts.discard']

function gate(channel: Channel, operation: Operation, session: SessionKeeper): void {
  const { state } = session.state()
  if (session.isLocking() && !whileLocking.includes(channel) && !(operation.kind === 'query' && operation.access === 'before-unlock')) throw new GateError()
  const access = operation.access ?? 'unlocked'
  const open = access === 'before-unlock' || state === 'unlocked' || (access === 'blurred' && state === 'blurred')
  if (!open) throw new GateError()
}

function parse(operation: Operation, raw: unknown): unknown {
  const parsed = safeParse(operation, raw)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
  throw new InputError(fields)
}

function safeParse(operation: Operation, raw: unknown): ReturnType<Operation['input']['safeParse']> {
  try {
    return operation.input.safeParse(raw)
  } catch (error) {
    // A million nested arrays end the parser's stack.
    if (error instanceof RangeError) throw new InputError({ '': 'This is nested too deeply.' })
    throw error
  }
}

function commandIdOf(core: CoreDeps, operation: Operation, raw: unknown): CommandId | null {
  if (operation.kind === 'query') return null
  if (raw === undefined || raw === null) return core.ids.next('command')
  if (typeof raw !== 'string' || !isUlid(raw)) throw new InputError({ commandId: 'This is not a command id.' })
  return CommandId.parse(raw)
}

function keylessContext(core: CoreDeps, channel: string, commandId: CommandId | null): KeylessContext {
  const state = core.session.state()
  const person = state.state === 'unlocked' || state.state === 'blurred' ? state.person : null
  return { channel, commandId, at: core.clock.now(), person }
}

function unlocked(session: OpenSession | null): OpenSession {
  if (session === null) throw new GateError()
  return session
}
