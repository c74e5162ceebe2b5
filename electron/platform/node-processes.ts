import { fork } from 'node:child_process'
import { childEnvironment, type ProcessMaker } from './processes.ts'
import { programPath, type ProgramName } from './program-path.ts'

/** Processes of plain Node: browser shell, command line, tests. */
export const nodeProcesses: ProcessMaker = nodeProcessesFrom(programPath)

/** The same from programs that lie elsewhere, such as a build seen from a source. */
export function nodeProcessesFrom(pathOf: (program: ProgramName) => string): ProcessMaker {
  return {
    start(program, limits) {
      const child = fork(pathOf(program), [], {
        serialization: 'advanced',
        execArgv: limits === undefined ? [] : [`--max-old-space-size=${limits.heapMegabytes}`],
        env: childEnvironment(process.env),
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      let ended = false
      const exited = new Promise<number | null>(resolve => {
        child.once('exit', code => {
          ended = true
          // Its last messages may still be on their way.
          if (child.connected) child.once('disconnect', () => { resolve(code) })
          else resolve(code)
        })
        // The program could not be started at all.
        child.once('error', () => {
          ended = true
          resolve(127)
        })
      })
      return {
        send(message) {
          if (ended || !child.connected || !isCloneable(message)) return
          child.send(message, () => undefined)
        },
        onMessage(listener) {
          child.on('message', listener)
        },
        onExit(listener) {
          void exited.then(listener)
        },
        kill() {
          child.kill('SIGKILL')
        },
      }
    },
  }
}

function isCloneable(message: unknown): message is object {
  return typeof message === 'object' && message !== null
}
