import { isPlainDate, type PlainDate } from '#shared/kernel/plain-date.ts'

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const WITH_SEPARATORS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/
const EIGHT_DIGITS = /^(\d{2})(\d{2})(\d{4})$/

/**
 * The birth dates a text may mean: `1948-03-07`, `3/7/1948`, `03071948`, `3/7/48` (both centuries), month first as in the United States.
 *
 * Empty for a text that is not a date, and for a date after `today`.
 */
export function parseBirthDates(text: string, today: PlainDate): readonly PlainDate[] {
  return candidates(text.trim()).filter(isPlainDate).filter(day => day <= today)
}

function candidates(text: string): readonly string[] {
  const iso = ISO.exec(text)
  if (iso !== null) return [dayText(iso[1], iso[2], iso[3])]
  const us = WITH_SEPARATORS.exec(text) ?? EIGHT_DIGITS.exec(text)
  if (us === null) return []
  const year = us[3] ?? ''
  return (year.length === 2 ? [`19${year}`, `20${year}`] : [year]).map(each => dayText(each, us[1], us[2]))
}

const dayText = (year = '', month = '', day = ''): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
