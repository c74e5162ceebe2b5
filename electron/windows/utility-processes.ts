import { childEnvironment, type ProcessMaker } from '#electron/platform/processes.ts'
import { programPath } from '#electron/platform/program-path.ts'

interface UtilityChild {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}

/** What is needed of Electron's utilityProcess. */
export interface UtilityForker {
  fork(modulePath: string, args: string[], options: { serviceName: string; execArgv: string[]; env: Record<string, string>; stdio: 'ignore' | 'inherit' }): UtilityChild
}

/** Processes of the Electron shell: no `fork` of the signed program as plain Node, which the fuses forbid. */
export function utilityProcesses(forker: UtilityForker): ProcessMaker {
  return {
    start(program, limits) {
      const child = forker.fork(programPath(program), [], {
        serviceName: `Caseboard ${program}`,
        execArgv: limits === undefined ? [] : [`--max-old-space-size=${limits.heapMegabytes}`],
        env: childEnvironment(process.env),
        stdio: 'ignore',
      })
      let ended = false
      const exited = new Promise<number>(resolve => {
        child.once('exit', code => {
          ended = true
          resolve(code)
        })
      })
      return {
        send: message => { if (!ended) child.postMessage(message) },
        onMessage: listener => { child.on('message', listener) },
        onExit: listener => { void exited.then(listener) },
        kill: () => { child.kill() },
      }
    },
  }
}
