import { z } from 'zod'
import { AppErrorShape } from './errors.ts'

/** What the page says over the browser shell's socket. The first message is `hello`; a socket that begins otherwise is closed. */
export const FromPage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hello'), secret: z.string().max(100) }),
  /** The other page loses its connection; this one goes on. */
  z.strictObject({ kind: z.literal('take-over') }),
  /** The person read what the browser shell cannot protect. */
  z.strictObject({ kind: z.literal('acknowledge') }),
  z.strictObject({ kind: z.literal('request'), id: z.number().int(), channel: z.string().max(100), input: z.unknown(), commandId: z.string().max(40).optional() }),
  z.strictObject({ kind: z.literal('quit') }),
])
export type FromPage = z.output<typeof FromPage>

const reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), data: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: AppErrorShape }),
])

/** What the browser shell says to the page. */
export const ToPage = z.discriminatedUnion('kind', [
  /** `nextSecret` opens the next connection: each is good for one. */
  z.strictObject({ kind: z.literal('welcome'), nextSecret: z.string(), acknowledged: z.boolean(), demo: z.boolean() }),
  /** Another page works with this workstation: take over, or leave. */
  z.strictObject({ kind: z.literal('busy') }),
  z.strictObject({ kind: z.literal('reply'), id: z.number().int(), reply }),
  z.strictObject({ kind: z.literal('event'), name: z.string(), data: z.unknown() }),
])
export type ToPage = z.output<typeof ToPage>

/** Why the shell closed the socket. */
export const closeCodes = { takenOver: 4000, refused: 4001, ended: 4002 } as const

/** Where the socket and the uploads live. */
export const linkPath = '/link'
export const filesPath = '/files'
/** Headers of an upload. The name is percent-encoded; it carries patients' names and so never stands in a URL. */
export const uploadHeaders = { secret: 'x-caseboard-page', name: 'x-caseboard-name', tooBig: 'x-caseboard-too-big' } as const
