import { z } from 'zod'
import { isPlainDate, type PlainDate } from '#shared/kernel/plain-date.ts'

/** What a day field may hold while a person types, as drafts keep it. */
export const DayEntry = z.custom<PlainDate | null | 'unknown' | 'invalid'>(value => value === null || value === 'unknown' || value === 'invalid' || (typeof value === 'string' && isPlainDate(value)))
