import { z } from 'zod'
import { isPlainDate } from '#shared/kernel/plain-date.ts'
import type { DateEntry } from './date-field.tsx'

/** What a day field may hold while a person types, as drafts keep it. */
export const DayEntry = z.custom<DateEntry>(value => value === null || value === 'unknown' || value === 'invalid' || (typeof value === 'string' && isPlainDate(value)))
