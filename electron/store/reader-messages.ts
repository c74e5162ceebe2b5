import type { JobName } from './reader-jobs.ts'
import type { StoreProblem } from './store-messages.ts'

/** What a reader thread needs to open the store. The key is zeroed as soon as the connection has it. */
export type ReaderStart = { readonly file: string; readonly key: Uint8Array; readonly cacheKiB: number }

export type ReaderRequest = { readonly id: number; readonly name: JobName; readonly args: unknown }

export type ReaderReply =
  /** The thread could not open the store and ends. */
  | { readonly id: null; readonly kind: 'cannot-open'; readonly problem: StoreProblem | null; readonly message: string }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly problem: StoreProblem | null; readonly message: string }
