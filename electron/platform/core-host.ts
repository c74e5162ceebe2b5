import type { LockReason, SessionState } from '#shared/model/session.ts'
import { FromCore, type AnyReply, type CoreSettings, type ToCore } from './core-messages.ts'
import type { FileBox } from './file-box.ts'
import { createHelperRelay } from './helper-relay.ts'
import type { ChildProgram, ProcessMaker } from './processes.ts'

export interface RelayedRequest {
  readonly channel: unknown
  readonly input: unknown
  readonly commandId?: unknown
}

export interface CoreEvent {
  readonly name: string
  readonly data: unknown
}

/** The core process as a shell sees it: ask, listen, lock. A core that ended is followed by a fresh one without a key. */
export interface CoreHost {
  /** Resolves when the core answers; rejects with the sentence why it cannot start. */
  ready(): Promise<SessionState>
  /** Never rejects. When the core ends, commands under way are answered with `unanswered`, all else with `locked`; a core that cannot start, with its sentence. */
  request(request: RelayedRequest): Promise<AnyReply>
  onEvent(listener: (event: CoreEvent) => void): () => void
  /** Locks within a second, whatever the core is doing. */
  lock(reason: LockReason): Promise<void>
  /** Locks and starts no other. */
  stop(): Promise<void>
}

export interface CoreHostParts {
  readonly maker: ProcessMaker
  readonly settings: Omit<CoreSettings, 'reason'>
  readonly files: FileBox
}

/** Lock must not wait for a core that hangs. */
const END_WITHIN_MS = 1000
/** A core that ends this often before it was ready will not get better by being started again. */
const FUTILE_STARTS = 3

const unansweredReply: AnyReply = {
  ok: false,
  error: { code: 'unanswered', message: 'No answer came, so it is not certain that this was saved. Unlock, and look at the record.' },
}
const lockedReply: AnyReply = { ok: false, error: { code: 'locked', message: 'The workstation is locked.' } }

export function createCoreHost({ maker, settings, files }: CoreHostParts): CoreHost {
  const listeners = new Set<(event: CoreEvent) => void>()
  const tell = (event: CoreEvent): void => { for (const listener of listeners) listener(event) }
  let stopped = false
  let futile = 0
  let core = begin('start')

  function begin(reason: LockReason): Core {
    const fresh = startCore({ maker, files, settings: { ...settings, reason }, tell })
    void fresh.ended.then(endedFor => { follow(fresh, endedFor) })
    fresh.ready.then(session => {
      futile = 0
      if (reason !== 'start') tell({ name: 'session.changed', data: { session } })
    }, () => { futile += 1 })
    return fresh
  }

  function follow(ended: Core, reason: LockReason | null): void {
    if (ended !== core || stopped || futile >= FUTILE_STARTS) return
    files.clear()
    core = begin(reason ?? 'core-ended')
  }

  return {
    ready: () => core.ready,
    request: request => core.request(request),
    onEvent(listener) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    async lock(reason) {
      const locking = core
      locking.lock(reason)
      await locking.ended
    },
    async stop() {
      stopped = true
      core.lock('asked')
      await core.ended
    },
  }
}

interface Core {
  readonly ready: Promise<SessionState>
  /** The reason the core gave, null when it gave none. */
  readonly ended: Promise<LockReason | null>
  request(request: RelayedRequest): Promise<AnyReply>
  lock(reason: LockReason): void
}

interface CoreParts {
  readonly maker: ProcessMaker
  readonly files: FileBox
  readonly settings: CoreSettings
  tell(event: CoreEvent): void
}

interface Waiting {
  readonly isCommand: boolean
  answer(reply: AnyReply): void
}

function startCore({ maker, files, settings, tell }: CoreParts): Core {
  const child = maker.start('core')
  const post = (message: ToCore): void => { child.send(message) }
  const relay = createHelperRelay(maker, files, post)
  const waiting = new Map<number, Waiting>()
  const ready = Promise.withResolvers<SessionState>()
  ready.promise.catch(() => undefined)
  let lastId = 0
  let endingFor: LockReason | null = null
  let isGone = false
  let refusal: string | null = null
  const goneReply = (): AnyReply => (refusal === null ? lockedReply : { ok: false, error: { code: 'store', problem: 'cannot-start', message: refusal } })

  const hear = (message: FromCore): void => {
    if (message.kind === 'reply') {
      waiting.get(message.id)?.answer(message.reply)
      waiting.delete(message.id)
    } else if (message.kind === 'event') tell(message)
    else if (message.kind === 'ready') ready.resolve(message.session)
    else if (message.kind === 'cannot-start') {
      refusal = message.message
      ready.reject(new Error(message.message))
    }
    else if (message.kind === 'ending') {
      endingFor = message.reason
      killLater(child)
    } else relay.receive(message)
  }

  child.onMessage(raw => {
    const message = FromCore.safeParse(raw)
    if (message.success) hear(message.data)
  })
  const ended = new Promise<LockReason | null>(resolve => {
    child.onExit(() => {
      isGone = true
      relay.endAll()
      ready.reject(new Error('The data process ended before it was ready.'))
      for (const { answer, isCommand } of waiting.values()) answer(isCommand && refusal === null ? unansweredReply : goneReply())
      waiting.clear()
      resolve(endingFor)
    })
  })
  post({ kind: 'start', settings })

  return {
    ready: ready.promise,
    ended,
    request({ channel, input, commandId }) {
      if (isGone) return Promise.resolve(goneReply())
      const id = ++lastId
      return new Promise(resolve => {
        waiting.set(id, { answer: resolve, isCommand: commandId !== undefined && commandId !== null })
        post({ kind: 'request', id, channel, input, commandId })
      })
    },
    lock(reason) {
      endingFor ??= reason
      post({ kind: 'lock', reason })
      killLater(child)
    },
  }
}

function killLater(child: ChildProgram): void {
  const timer = setTimeout(() => { child.kill() }, END_WITHIN_MS)
  child.onExit(() => { clearTimeout(timer) })
}
