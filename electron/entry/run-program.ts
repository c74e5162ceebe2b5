import { spawn, type StdioOptions } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'
import { inProject, projectRoot } from './project-root.ts'

export interface RunOptions {
  readonly stdio?: StdioOptions
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Ends the program after this many milliseconds; it then counts as failed. */
  readonly timeoutMs?: number
}

/** Runs a program to its end and answers its exit code (128 + signal when ended by one, 127 when it could not start). Ctrl+C and SIGTERM are the program's to handle. */
export function runProgram(file: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const child = spawn(file, args, {
    stdio: options.stdio ?? 'inherit',
    env: options.env ?? process.env,
    cwd: options.cwd ?? process.cwd(),
    ...(options.timeoutMs !== undefined && { timeout: options.timeoutMs, killSignal: 'SIGKILL' as const }),
  })
  const leaveToChild = (): void => undefined
  const passOn = (): void => void child.kill('SIGTERM')
  process.on('SIGINT', leaveToChild)
  process.on('SIGTERM', passOn)
  process.on('SIGHUP', passOn)
  return new Promise((resolve) => {
    const finish = (code: number): void => {
      process.off('SIGINT', leaveToChild)
      process.off('SIGTERM', passOn)
      process.off('SIGHUP', passOn)
      resolve(code)
    }
    child.on('error', () => finish(127))
    child.on('exit', (code, signal) => finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  })
}

/** Runs a JavaScript or TypeScript file of the project, or a package's script, under this same Node. */
export function runNode(script: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return runProgram(process.execPath, [inProject(script), ...args], options)
}

/** The environment in which a tool finds the project's Node and binaries first. */
export function toolEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${projectRoot}node_modules/.bin${delimiter}${process.env['PATH'] ?? ''}`, ...extra }
}
