import { z } from 'zod'
import { LeftOut, Problem } from '#shared/domain/interchange/incoming.ts'
import { Instrument } from '#shared/domain/interchange/instruments.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { isPlainDate } from '#shared/kernel/plain-date.ts'
import { ImportedFile } from '#shared/model/import.ts'
import { limits } from './refusal.ts'

/** From the core: what to read by, then `next` for each message it is ready for. */
export const ToParser = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('read'), zone: z.string(), today: z.custom<PlainDate>(value => typeof value === 'string' && isPlainDate(value)), instruments: z.array(Instrument) }),
  z.strictObject({ kind: z.literal('next') }),
])
export type ToParser = z.output<typeof ToParser>

const Cells = z.array(z.string().max(limits.cellCharacters)).max(limits.columns)

/** From the parser, one at a time. `index` is the place of the file among those chosen: names may be the same. A file is begun, its patients follow, then what the file was; sheets come as rows to be mapped in the core, where the person corrects the mapping. */
export const FromParser = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begin'), index: z.number().int(), name: z.string(), bytesBefore: z.number(), bytesTotal: z.number() }),
  z.strictObject({ kind: z.literal('patient'), patient: z.strictObject({ key: z.string().max(500), packed: z.custom<Uint8Array>(value => value instanceof Uint8Array) }) }),
  z.strictObject({ kind: z.literal('file'), origin: z.literal(['fhir', 'tables', 'sheet']), file: ImportedFile, leftOut: z.array(LeftOut).max(1_000), problems: z.array(Problem).max(1_000) }),
  z.strictObject({ kind: z.literal('sheet'), index: z.number().int(), name: z.string(), bytes: z.number(), rows: z.array(Cells).max(1_000), more: z.boolean() }),
  z.strictObject({ kind: z.literal('done') }),
])
export type FromParser = z.output<typeof FromParser>
