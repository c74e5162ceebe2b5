import type { HelperFile } from './file-box.ts'
import type { ParentLink } from './parent-link.ts'

/** A helper process seen from inside: the files it was started for, and the core it works for (relayed by the shell). */
export interface HelperPort {
  readonly files: Promise<readonly HelperFile[]>
  /** JSON values and Uint8Array. */
  send(message: object): void
  onMessage(listener: (message: unknown) => void): void
}

export interface HelperStart {
  readonly kind: 'files'
  readonly files: readonly HelperFile[]
}

/** The port over the link to the shell that started this helper. */
export function helperPort(link: ParentLink): HelperPort {
  const early: unknown[] = []
  let listener: ((message: unknown) => void) | null = null
  const files = new Promise<readonly HelperFile[]>(resolve => {
    let started = false
    link.onMessage(message => {
      if (!started && isStart(message)) {
        started = true
        resolve(message.files)
      } else if (listener === null) early.push(message)
      else listener(message)
    })
  })
  // Nobody is left to work for.
  link.onGone(() => { process.exit(0) })
  return {
    files,
    send: message => { link.send(message) },
    onMessage(next) {
      listener = next
      for (const message of early.splice(0)) next(message)
    },
  }
}

// Sent by the shell of the same program; only told apart from the core's messages here.
function isStart(message: unknown): message is HelperStart {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'files' && 'files' in message
}
