import { setImmediate } from 'node:timers/promises'
import type { Reader, ReaderOptions } from '#electron/store/reader-client.ts'
import { openReaderConnection } from '#electron/store/reader-connection.ts'
import type { JobName, JobResult } from '#electron/store/reader-jobs.ts'
import type { ReaderReply, ReaderRequest } from '#electron/store/reader-messages.ts'
import { CancelledError, StoreError } from '#electron/store/store-error.ts'

/**
 * The store's reader on this thread instead of one of its own, which takes half a second to load: the same jobs on a connection of their
 * own, what goes in and out cloned as between threads. A running job cannot be cancelled; tests of that use `createReader`.
 */
export function createNearReader(options: ReaderOptions): Reader {
  let isClosed = false
  return {
    async run<Name extends JobName>(name: Name, args: ReaderRequest['args'], { signal, onProgress }: Parameters<Reader['run']>[2] = {}): Promise<JobResult<Name>> {
      // A thread begins no sooner: who cancels at once is in time.
      await setImmediate()
      if (isClosed || signal?.aborted === true) throw new CancelledError()
      const reply = answerOnce(options, { id: 1, name, args: structuredClone(args) }, progress => {
        if (progress.kind === 'progress') onProgress?.(progress.done, progress.total)
      })
      return resultOf<Name>(reply)
    },
    // No connection outlives a job.
    rest: () => Promise.resolve(),
    close() {
      isClosed = true
      return Promise.resolve()
    },
  }
}

function answerOnce({ file, key, cacheKiB = 2_048 }: ReaderOptions, request: ReaderRequest, post: (reply: ReaderReply) => void): ReaderReply {
  const connection = openReaderConnection({ file, key: Uint8Array.from(key()), cacheKiB })
  try {
    return structuredClone(connection.answer(request, post))
  } finally {
    connection.close()
  }
}

function resultOf<Name extends JobName>(reply: ReaderReply): Promise<JobResult<Name>> {
  return new Promise((resolve, reject) => {
    // The method form takes the reply's value as the result of the job that was asked for, as the client of the thread does.
    const asked: { settle(value: unknown): void } = { settle(value: JobResult<Name>) { resolve(value) } }
    if (reply.kind === 'done') asked.settle(reply.value)
    else if (reply.kind === 'failed') reject(reply.problem === null ? new Error(reply.message) : new StoreError(reply.problem))
  })
}
