import path from 'node:path'
import { AppError, type AppErrorShape } from '#shared/contract/errors.ts'
import { errorCode } from '#electron/platform/files.ts'
import type { LogFacts } from '#electron/platform/log.ts'
import type { CoreDeps } from '#electron/services/deps.ts'
import { CancelledError, StoreError, problemOf } from '#electron/store/store-error.ts'
import { storeSentence } from '#electron/store/store-messages.ts'
import { GateError, InputError } from './dispatcher-errors.ts'

const FRAMES = 6

/** The error as the page may see it. What is not meant for a person leaves as a reference; the log gets its class and place, never its message. */
export function toReplyError({ ids, log }: Pick<CoreDeps, 'ids' | 'log'>, channel: string, error: unknown): AppErrorShape {
  if (error instanceof AppError) return error.shape
  if (error instanceof CancelledError) return { code: 'cancelled', message: 'Stopped, as you asked.' }
  if (error instanceof GateError) return { code: 'locked', message: 'The workstation is locked.' }
  if (error instanceof InputError) return { code: 'validation', message: 'Some fields need attention.', fields: { ...error.fields } }
  if (error instanceof StoreError) return { code: 'store', problem: error.kind, message: error.message }
  // An id of the right form that names nothing: the page was open while the record went.
  if (errorCode(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY') return { code: 'not-found', message: 'Something this refers to no longer exists.' }
  const problem = problemOf(error, 'the data folder')
  if (problem !== null) {
    log.error('ipc.disk', { channel, problem: problem.kind, ...framesOf(error) })
    return { code: 'store', problem: problem.kind, message: storeSentence(problem) }
  }
  const ref = ids.next('reference').slice(-8)
  log.error('ipc.unexpected', { ref, channel, name: nameOf(error), ...framesOf(error) })
  return { code: 'unexpected', message: `Something went wrong. Reference ${ref}.`, ref }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error
}

/** File names and lines of the call stack: `{ at1: 'store.ts:40:7' }`. The message stands before the frames and may quote what a person typed. */
export function framesOf(error: unknown): LogFacts {
  if (!(error instanceof Error) || error.stack === undefined) return {}
  const head = error.stack.indexOf(error.message)
  const frames = error.stack.slice(head < 0 ? 0 : head + error.message.length)
  const places = [...frames.matchAll(/^ {4}at .*?([^\s()]+:\d+:\d+)\)?$/gm)].map(([, place = '']) => path.basename(place))
  return Object.fromEntries(places.slice(0, FRAMES).map((place, index) => [`at${index + 1}`, place]))
}
