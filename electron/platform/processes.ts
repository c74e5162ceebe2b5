import { isRelease } from './build-kind.ts'
import type { ProgramName } from './program-path.ts'

/** Another process of this program, seen from the one that started it. */
export interface ChildProgram {
  /** Structured-cloneable values. Silently lost when the process has ended. */
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once; the code is null when a signal ended it. */
  onExit(listener: (code: number | null) => void): void
  kill(): void
}

export interface ProcessLimits {
  readonly heapMegabytes: number
}

/** Starts processes: `child_process.fork` under Node, `utilityProcess.fork` in Electron. */
export interface ProcessMaker {
  start(program: ProgramName, limits?: ProcessLimits): ChildProgram
}

/** What a process may keep of its parent's environment: nothing that changes how it runs, nothing a person set for other programs. */
export function childEnvironment(environment: Readonly<Record<string, string | undefined>>, release = isRelease): Record<string, string> {
  // The last two set the clock of a test; in a release they would load other people's code beside the key.
  const forTests = release ? [] : ['LD_PRELOAD', 'FAKETIME']
  const kept = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ProgramData', 'USERPROFILE', 'USERDOMAIN', 'XDG_DATA_HOME', ...forTests]
  return Object.fromEntries(kept.flatMap(name => (environment[name] === undefined ? [] : [[name, environment[name]]])))
}
