import { MessageChannel } from 'node:worker_threads'
import { helperPort } from '#electron/platform/helper-port.ts'
import type { ParentLink } from '#electron/platform/parent-link.ts'
import type { ProcessMaker } from '#electron/platform/processes.ts'
import { serveParser } from '#electron/services/interchange/parser/serve-parser.ts'

/**
 * The import parser on this thread instead of in a process of its own, which takes most of a second to start: the same code, its messages
 * cloned and in turns of the event loop as between processes. It cannot be ended inside a loop; tests of that use `nodeProcesses`.
 */
export const nearProcesses: ProcessMaker = {
  start(program) {
    if (program !== 'import-parser') throw new Error(`Only the import parser runs near, not ${program}.`)
    const { port1: near, port2: far } = new MessageChannel()
    const exited = Promise.withResolvers<number | null>()
    const link: ParentLink = {
      send: message => { far.postMessage(message) },
      onMessage: listener => { far.on('message', listener) },
      onGone: () => undefined,
      end: () => { far.close() },
    }
    // A port closes behind its last message, as a process's exit is told after it.
    const leave = (code: number): void => {
      near.once('close', () => { exited.resolve(code) })
      far.close()
    }
    serveParser(helperPort(link)).then(() => { leave(0) }, () => { leave(1) })
    return {
      send: message => { near.postMessage(message) },
      onMessage: listener => { near.on('message', listener) },
      onExit: listener => { void exited.promise.then(listener) },
      kill() {
        exited.resolve(null)
        near.close()
      },
    }
  },
}
