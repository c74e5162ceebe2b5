import { Worker } from 'node:worker_threads'
import { programPath } from '#electron/platform/program-path.ts'
import { readerJobs, type JobArgs, type JobName, type JobResult } from './reader-jobs.ts'
import type { ReaderReply, ReaderRequest, ReaderStart } from './reader-messages.ts'
import { CancelledError, StoreError } from './store-error.ts'

export type RunOptions = { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void }

/** Asks the store on another thread, so that the writer never waits for a search, a report or a check. */
export type Reader = {
  /** Runs one job of the registry. Aborting ends its thread: a running SQLite query cannot be interrupted in any other way. */
  run<Name extends JobName>(name: Name, args: JobArgs<Name>, options?: RunOptions): Promise<JobResult<Name>>
  /** Ends every thread; what is still running is cancelled. The next job starts a new one. */
  rest(): Promise<void>
  /** As `rest`, for good. */
  close(): Promise<void>
}

export type ReaderOptions = {
  readonly file: string
  /** Asked whenever a thread starts; the answer is copied and the copy zeroed. */
  readonly key: () => Uint8Array
  /** Page cache of the standing thread; 32 MiB unless told otherwise. */
  readonly cacheKiB?: number
}

const LONG_JOB_CACHE_KIB = 8_192

type Pending = {
  readonly request: ReaderRequest
  onProgress(done: number, total: number): void
  settle(value: unknown): void
  fail(error: Error): void
}

export function createReader(options: ReaderOptions): Reader {
  const standing = new Lane(options, options.cacheKiB ?? 32_768)
  const aside = new Set<Lane>()
  let isClosed = false
  let lastId = 0

  const runOn = <Name extends JobName>(lane: Lane, name: Name, args: JobArgs<Name>, { signal, onProgress }: RunOptions): Promise<JobResult<Name>> =>
    new Promise<JobResult<Name>>((resolve, reject) => {
      if (isClosed || signal?.aborted === true) {
        reject(new CancelledError())
        return
      }
      const id = ++lastId
      const onAbort = (): void => { lane.cancel(id) }
      const done = (): void => { signal?.removeEventListener('abort', onAbort) }
      signal?.addEventListener('abort', onAbort, { once: true })
      lane.add({
        request: { id, name, args },
        onProgress: onProgress ?? (() => undefined),
        settle(value: JobResult<Name>) { done(); resolve(value) },
        fail(error) { done(); reject(error) },
      })
    })

  return {
    async run(name, args, runOptions = {}) {
      if (!readerJobs[name].isLong) return runOn(standing, name, args, runOptions)
      const lane = new Lane(options, LONG_JOB_CACHE_KIB)
      aside.add(lane)
      try {
        return await runOn(lane, name, args, runOptions)
      } finally {
        aside.delete(lane)
        await lane.end()
      }
    },
    async rest() {
      await Promise.all([standing, ...aside].map(lane => lane.end()))
    },
    async close() {
      isClosed = true
      await this.rest()
    },
  }
}

/** One thread and what waits for it, in order. The thread starts with the first job. */
class Lane {
  readonly #options: ReaderOptions
  readonly #cacheKiB: number
  #worker: Worker | null = null
  #waiting: Pending[] = []

  constructor(options: ReaderOptions, cacheKiB: number) {
    this.#options = options
    this.#cacheKiB = cacheKiB
  }

  add(pending: Pending): void {
    this.#waiting.push(pending)
    this.#start().postMessage(pending.request)
  }

  /** Ends the thread if the job is running or waiting; the jobs of others start over on a new one. */
  cancel(id: number): void {
    const cancelled = this.#waiting.find(({ request }) => request.id === id)
    if (cancelled === undefined) return
    const others = this.#waiting.filter(pending => pending !== cancelled)
    this.#waiting = []
    void this.#stop()
    cancelled.fail(new CancelledError())
    for (const other of others) this.add(other)
  }

  async end(): Promise<void> {
    const left = this.#waiting
    this.#waiting = []
    for (const pending of left) pending.fail(new CancelledError())
    await this.#stop()
  }

  async #stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #start(): Worker {
    if (this.#worker !== null) return this.#worker
    const key = Uint8Array.from(this.#options.key())
    const start: ReaderStart = { file: this.#options.file, key, cacheKiB: this.#cacheKiB }
    const worker = new Worker(programPath('reader-worker'), { workerData: start, execArgv: [] })
    key.fill(0)
    worker.on('message', (reply: ReaderReply) => { this.#take(worker, reply) })
    worker.on('error', error => { this.#broke(worker, error) })
    worker.on('exit', () => { this.#broke(worker, new Error('The reader ended by itself.')) })
    this.#worker = worker
    return worker
  }

  #take(worker: Worker, reply: ReaderReply): void {
    if (reply.kind === 'cannot-open') {
      this.#broke(worker, errorOf(reply))
      return
    }
    const pending = this.#waiting.find(({ request }) => request.id === reply.id)
    if (pending === undefined) return
    if (reply.kind === 'progress') {
      pending.onProgress(reply.done, reply.total)
      return
    }
    this.#waiting = this.#waiting.filter(other => other !== pending)
    if (reply.kind === 'done') pending.settle(reply.value)
    else pending.fail(errorOf(reply))
  }

  #broke(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const left = this.#waiting
    this.#waiting = []
    for (const pending of left) pending.fail(error instanceof Error ? error : new Error('The reader failed.'))
  }
}

function errorOf({ problem, message }: Extract<ReaderReply, { kind: 'failed' | 'cannot-open' }>): Error {
  return problem === null ? new Error(message) : new StoreError(problem)
}
