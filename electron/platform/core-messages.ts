import { z } from 'zod'
import { AppErrorShape } from '#shared/contract/errors.ts'
import { LockReason, SessionState } from '#shared/model/session.ts'
import type { HelperToCore, HelperToShell } from './helpers.ts'

/** How a core begins. */
export const CoreSettings = z.strictObject({
  profileFolder: z.string(),
  shell: z.literal(['electron', 'browser', 'cli']),
  /** A throwaway profile made by this program run. */
  demo: z.boolean(),
  /** Fill a new demo with a caseload. The command line's scratch profile stays empty. */
  demoCaseload: z.boolean(),
  /** Why the core before this one ended. */
  reason: LockReason,
})
export type CoreSettings = z.output<typeof CoreSettings>

export const AnyReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), data: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: AppErrorShape }),
])
export type AnyReply = z.output<typeof AnyReply>

const helperId = z.number().int()

/** What a shell tells the core. */
export const ToCore = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), settings: CoreSettings }),
  z.strictObject({ kind: z.literal('request'), id: z.number().int(), channel: z.unknown(), input: z.unknown(), commandId: z.unknown() }),
  z.strictObject({ kind: z.literal('lock'), reason: LockReason }),
  z.strictObject({ kind: z.literal('helper.message'), helperId, message: z.unknown() }),
  z.strictObject({ kind: z.literal('helper.exit'), helperId, how: z.literal(['well', 'badly', 'unknown-file']) }),
])
export type ToCore = z.output<typeof ToCore> | HelperToCore

/** What the core tells its shell. */
export const FromCore = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), session: SessionState }),
  z.strictObject({ kind: z.literal('cannot-start'), message: z.string() }),
  z.strictObject({ kind: z.literal('reply'), id: z.number().int(), reply: AnyReply }),
  z.strictObject({ kind: z.literal('event'), name: z.string(), data: z.unknown() }),
  /** The store is closing; the process ends in at most a second. */
  z.strictObject({ kind: z.literal('ending'), reason: LockReason }),
  z.strictObject({ kind: z.literal('helper.start'), helperId, program: z.literal('import-parser'), handles: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('helper.send'), helperId, message: z.custom<object>(value => typeof value === 'object' && value !== null) }),
  z.strictObject({ kind: z.literal('helper.end'), helperId, isDone: z.literal(true).optional() }),
])
export type FromCore = z.output<typeof FromCore> | HelperToShell
