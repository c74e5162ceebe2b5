import type { FileBox } from './file-box.ts'
import type { HelperStart } from './helper-port.ts'
import type { HelperToCore, HelperToShell } from './helpers.ts'
import type { ChildProgram, ProcessMaker } from './processes.ts'

const HEAP_MEGABYTES = 512

/** The shell's side of helpers: starts them, hands them their files, relays, ends them. */
export interface HelperRelay {
  receive(message: HelperToShell): void
  /** The core is gone; so are its helpers. */
  endAll(): void
}

export function createHelperRelay(maker: ProcessMaker, files: FileBox, toCore: (message: HelperToCore) => void): HelperRelay {
  const children = new Map<number, ChildProgram>()
  const readBy = new Map<number, readonly string[]>()
  const start = ({ helperId, program, handles }: Extract<HelperToShell, { kind: 'helper.start' }>): void => {
    const chosen = handles.map(handle => files.resolve(handle))
    const known = chosen.filter(file => file !== null)
    if (known.length < chosen.length) {
      toCore({ kind: 'helper.exit', helperId, how: 'unknown-file' })
      return
    }
    const child = maker.start(program, { heapMegabytes: HEAP_MEGABYTES })
    children.set(helperId, child)
    readBy.set(helperId, handles)
    child.onMessage(message => { toCore({ kind: 'helper.message', helperId, message }) })
    child.onExit(code => {
      if (children.delete(helperId)) toCore({ kind: 'helper.exit', helperId, how: code === 0 ? 'well' : 'badly' })
    })
    const first: HelperStart = { kind: 'files', files: known }
    child.send(first)
  }
  return {
    receive(message) {
      const child = children.get(message.helperId)
      if (message.kind === 'helper.start') start(message)
      else if (message.kind === 'helper.send') child?.send(message.message)
      else {
        children.delete(message.helperId)
        // What was read is the core's now; a file that ended its helper may be asked for again.
        if (message.isDone === true) files.release(readBy.get(message.helperId) ?? [])
        readBy.delete(message.helperId)
        child?.kill()
      }
    },
    endAll() {
      for (const child of children.values()) child.kill()
      children.clear()
      readBy.clear()
    },
  }
}
