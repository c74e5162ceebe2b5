/** The programs a core may have started for it. */
export type HelperProgram = 'import-parser'

/** A process without a key that works for the core. The shell starts it and relays. */
export interface Helper {
  send(message: object): void
  /** In order, until the process ends. Throws HelperCrashed when it ended badly or fell silent; ends quietly after `end` and on the signal. */
  messages(): AsyncIterable<unknown>
  end(): void
  /** As `end`, when everything was read: the shell may forget the files. */
  done(): void
}

export interface HelperOptions {
  readonly handles: readonly string[]
  readonly signal?: AbortSignal
  /** No message for this long ends it. Default 60. */
  readonly silenceSeconds?: number
}

export interface Helpers {
  start(program: HelperProgram, options: HelperOptions): Promise<Helper>
}

/** The process ended with an error, by a signal (out of memory), or said nothing for too long. */
export class HelperCrashed extends Error {
  readonly why: 'ended' | 'silent' | 'unknown-file'
  constructor(why: 'ended' | 'silent' | 'unknown-file') {
    super(why)
    this.name = 'HelperCrashed'
    this.why = why
  }
}

export type HelperToShell =
  | { readonly kind: 'helper.start'; readonly helperId: number; readonly program: HelperProgram; readonly handles: readonly string[] }
  | { readonly kind: 'helper.send'; readonly helperId: number; readonly message: object }
  | { readonly kind: 'helper.end'; readonly helperId: number; readonly isDone?: true | undefined }

export type HelperToCore =
  | { readonly kind: 'helper.message'; readonly helperId: number; readonly message: unknown }
  | { readonly kind: 'helper.exit'; readonly helperId: number; readonly how: 'well' | 'badly' | 'unknown-file' }

interface Line {
  arrive(message: unknown): void
  finish(how: 'well' | HelperCrashed['why']): void
}

/** The core's side: `post` reaches the shell; feed what comes back into `receive`. */
export function createHelpers(post: (message: HelperToShell) => void): Helpers & { receive(message: HelperToCore): void } {
  const lines = new Map<number, Line>()
  let last = 0
  return {
    receive(message) {
      const line = lines.get(message.helperId)
      if (message.kind === 'helper.message') line?.arrive(message.message)
      else {
        lines.delete(message.helperId)
        line?.finish(message.how === 'badly' ? 'ended' : message.how)
      }
    },
    start(program, { handles, signal, silenceSeconds = 60 }) {
      const helperId = ++last
      const queue = createQueue(silenceSeconds, () => { post({ kind: 'helper.end', helperId }) })
      const end = (): void => {
        if (lines.delete(helperId)) post({ kind: 'helper.end', helperId })
        queue.finish('well')
      }
      lines.set(helperId, queue)
      post({ kind: 'helper.start', helperId, program, handles })
      if (signal?.aborted === true) end()
      signal?.addEventListener('abort', end, { once: true })
      return Promise.resolve({
        send: message => { if (lines.has(helperId)) post({ kind: 'helper.send', helperId, message }) },
        messages: () => queue.messages(),
        end,
        done() {
          if (lines.delete(helperId)) post({ kind: 'helper.end', helperId, isDone: true })
          queue.finish('well')
        },
      })
    },
  }
}

function createQueue(silenceSeconds: number, onSilence: () => void): Line & { messages(): AsyncIterable<unknown> } {
  const waiting: unknown[] = []
  let outcome: 'well' | HelperCrashed['why'] | null = null
  let wake: () => void = () => undefined
  const finish = (how: 'well' | HelperCrashed['why']): void => {
    outcome ??= how
    wake()
  }
  // Only while somebody waits: a core busy with the last batch is not the helper's silence.
  const nextArrival = async (): Promise<void> => {
    const watch = setTimeout(() => {
      onSilence()
      finish('silent')
    }, silenceSeconds * 1000)
    await new Promise<void>(resolve => { wake = resolve })
    clearTimeout(watch)
  }
  return {
    arrive(message) {
      waiting.push(message)
      wake()
    },
    finish,
    async *messages() {
      for (;;) {
        while (waiting.length > 0) yield waiting.shift()
        if (outcome === 'well') return
        if (outcome !== null) throw new HelperCrashed(outcome)
        await nextArrival()
      }
    },
  }
}
