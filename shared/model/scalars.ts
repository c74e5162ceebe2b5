import { z } from 'zod'
import type { Id } from '#shared/kernel/ids.ts'
import { isUlid } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { isInstant } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { isPlainDate } from '#shared/kernel/plain-date.ts'

const NUL = '\u0000'

/** An id of one kind of record: a ULID, globally unique, so that stores can be brought together one day. */
export const idOf = <Kind extends string>() =>
  z.custom<Id<Kind>>(value => typeof value === 'string' && isUlid(value), 'This is not a record id.')

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const Day = z.custom<PlainDate>(value => typeof value === 'string' && isPlainDate(value), 'This is not a day of the calendar.')

/** A moment in UTC, `2026-11-22T16:20:00.000Z`. */
export const Moment = z.custom<Instant>(value => typeof value === 'string' && isInstant(value), 'This is not a moment in time.')

const clean = (limit: number) =>
  z.string().max(limit, `At most ${limit} characters.`).refine(text => !text.includes(NUL) && text.isWellFormed(), 'This text has characters that cannot be stored.')

/** One line of text, trimmed, never empty. */
export const Line = clean(200).transform(text => text.trim()).refine(text => text !== '' && !/[\r\n]/.test(text), 'Write one line.')
/** Free text of a person: several lines, trimmed, never empty. */
export const Prose = clean(20_000).transform(text => text.trim()).refine(text => text !== '', 'Write something.')
/** What is typed into a search or filter: may be empty. */
export const SearchText = clean(200)

/** A fact that may be missing. `'unknown'` is an answer of its own: never 0, never "no", never an empty text. */
export const known = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal('unknown'), schema])

/** Counts up by one with every change of a record; a command sends the version it saw. */
export const Version = z.number().int().positive()
export const Count = z.number().int().nonnegative()
