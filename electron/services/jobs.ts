import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/contract/errors.ts'
import type { EventData } from '#shared/contract/events.ts'
import type { CommandId } from '#shared/model/ids.ts'
import type { Clock } from '#electron/platform/clock.ts'

/** One long command: what it reports and whether it was asked to stop. */
export interface Job {
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal
  readonly cancelled: boolean
  progress(done: number, total?: number | 'unknown'): void
  relabel(label: string): void
  /** Lets other requests in; throws `cancelled` when the person asked to stop. Call it between two whole units of work. */
  breathe(): Promise<void>
}

/** The long commands that run now, by command id. */
export interface Jobs {
  /** Never name a patient in the label. A context without command id gets a job nobody sees or stops. */
  start(context: { readonly commandId: CommandId | null }, label: string, total?: number | 'unknown'): Job
  /** False when no such job runs. */
  cancel(commandId: CommandId): boolean
  /** The dispatcher calls this when the command has answered. */
  finish(commandId: CommandId): void
  cancelAll(): void
  /** True while a long command runs that a person started. */
  isBusy(): boolean
}

type Report = (progress: EventData<'job.progress'>) => void

/** A person reads at most this often. */
const REPORT_EVERY_MS = 100
/** Before this much has passed, a rate says nothing. */
const SETTLE_MS = 1000

export function createJobs(clock: Pick<Clock, 'monotonicMillis'>, report: Report): Jobs {
  const running = new Map<CommandId, AbortController>()
  return {
    start({ commandId }, label, total = 'unknown') {
      const existing = commandId === null ? undefined : running.get(commandId)
      const stop = existing ?? new AbortController()
      if (commandId !== null) running.set(commandId, stop)
      return createJob(clock, commandId === null ? () => undefined : report, commandId, stop.signal, label, total)
    },
    cancel(commandId) {
      const stop = running.get(commandId)
      stop?.abort()
      return stop !== undefined
    },
    finish(commandId) {
      running.delete(commandId)
    },
    cancelAll() {
      for (const stop of running.values()) stop.abort()
    },
    isBusy: () => running.size > 0,
  }
}

function createJob(clock: Pick<Clock, 'monotonicMillis'>, report: Report, commandId: CommandId | null, signal: AbortSignal, firstLabel: string, firstTotal: number | 'unknown'): Job {
  const startedAt = clock.monotonicMillis()
  let label = firstLabel
  let total = firstTotal
  let done = 0
  let reportedAt = -Infinity
  const tell = (force: boolean): void => {
    const now = clock.monotonicMillis()
    if (commandId === null || (!force && now - reportedAt < REPORT_EVERY_MS)) return
    reportedAt = now
    report({ commandId, label, done, total, secondsLeft: secondsLeft(done, total, now - startedAt) })
  }
  tell(true)
  return {
    signal,
    get cancelled() {
      return signal.aborted
    },
    progress(nowDone, newTotal = total) {
      done = nowDone
      total = newTotal
      tell(done === total)
    },
    relabel(text) {
      label = text
      tell(true)
    },
    async breathe() {
      await setImmediate()
      if (signal.aborted) throw new AppError({ code: 'cancelled', message: 'Stopped, as you asked.' })
    },
  }
}

/** Whole seconds at the average rate so far, rounded up. */
export function secondsLeft(done: number, total: number | 'unknown', elapsedMs: number): number | 'unknown' {
  if (total === 'unknown' || done === 0 || elapsedMs < SETTLE_MS) return 'unknown'
  return Math.ceil((elapsedMs / done) * Math.max(0, total - done) / 1000)
}
