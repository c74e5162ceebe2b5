import { appendFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from './clock.ts'

/** What a log line may carry: counts, durations, flags and codes chosen by us. No names, no text a person typed, no error messages. */
export type LogFacts = Readonly<Record<string, number | boolean | LogCode>>

/** Words we chose ourselves: lower case, digits, `.` `-` `_`, at most 60 characters. Anything else is written as `(withheld)`. */
export type LogCode = string

export type Log = {
  info(event: LogCode, facts?: LogFacts): void
  warn(event: LogCode, facts?: LogFacts): void
  error(event: LogCode, facts?: LogFacts): void
}

const CODE = /^[A-Za-z0-9._:-]{1,60}$/
const MAX_BYTES = 2_000_000

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** One JSON object a line in `<folder>/caseboard.log`; the file before it is kept as `caseboard.previous.log`. Losing a line never stops the work. */
export function fileLog(folder: string, clock: Pick<Clock, 'now'>): Log {
  const file = path.join(folder, 'caseboard.log')
  const write = (level: string, event: string, facts: LogFacts = {}): void => {
    const line = { at: clock.now(), level, event: codeOnly(event), ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [codeOnly(name), fit(fact)])) }
    try {
      turnOver(file)
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
    } catch {
      // A full disk must not turn a note to ourselves into a failure of the nurse's save.
    }
  }
  return {
    info: (event, facts) => { write('info', event, facts) },
    warn: (event, facts) => { write('warn', event, facts) },
    error: (event, facts) => { write('error', event, facts) },
  }
}

function fit(fact: number | boolean | LogCode): number | boolean | string {
  return typeof fact === 'string' ? codeOnly(fact) : fact
}

// The last line of defence: whatever slips into a call, free text does not reach the disk.
function codeOnly(text: string): string {
  return CODE.test(text) ? text : '(withheld)'
}

function turnOver(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > MAX_BYTES) renameSync(file, file.replace(/\.log$/, '.previous.log'))
}
