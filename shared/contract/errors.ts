import { z } from 'zod'

/** What went wrong, for the person: every `message` may be shown as it stands; the renderer switches on `code`. Never patient data, SQL or paths. */
export const AppErrorShape = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('validation'), message: z.string(), fields: z.record(z.string(), z.string()) }),
  z.strictObject({ code: z.literal('not-found'), message: z.string() }),
  z.strictObject({ code: z.literal('conflict'), message: z.string(), latestVersion: z.number().int().positive() }),
  z.strictObject({ code: z.literal('locked'), message: z.string() }),
  z.strictObject({ code: z.literal('forbidden'), message: z.string() }),
  /** `session.stepUp` first, then the same command again. */
  z.strictObject({ code: z.literal('step-up'), message: z.string() }),
  /** The rules of the field say no: a date that cannot be, a status that does not follow. */
  z.strictObject({ code: z.literal('refused'), message: z.string() }),
  /** A wait before the next try, in whole seconds. */
  z.strictObject({ code: z.literal('wait'), message: z.string(), seconds: z.number().int().nonnegative() }),
  z.strictObject({ code: z.literal('cancelled'), message: z.string() }),
  /** The store cannot be used: `problem` is a row of the failure table (`electron/store/store-messages.ts`). */
  z.strictObject({ code: z.literal('store'), problem: z.string(), message: z.string() }),
  /** No answer came to a command: whether it was carried out, `jobs.outcome` tells after the next sign-in. Sent by the shell, never by the core. */
  z.strictObject({ code: z.literal('unanswered'), message: z.string() }),
  z.strictObject({ code: z.literal('unexpected'), message: z.string(), ref: z.string() }),
])
export type AppErrorShape = z.output<typeof AppErrorShape>

/** An outcome the person can act on; thrown by services, sent as a value. */
export class AppError extends Error {
  readonly shape: AppErrorShape
  constructor(shape: AppErrorShape) {
    super(shape.code)
    this.name = 'AppError'
    this.shape = shape
  }
}
