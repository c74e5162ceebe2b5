import { plusDays, plainDate } from '#shared/kernel/plain-date.ts'

/** Number formats 14-22 and 45-47 are dates and times in every workbook. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

/** True when a number format shows a day or a time: d, m, y, h or s outside quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (BUILT_IN_DATES.has(id)) return true
  return code !== undefined && /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, ''))
}

/** The column a cell reference names, from 0: `A1` is 0, `AB7` is 27. -1 when it names none. */
export function columnOf(reference: string): number {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1]
  if (letters === undefined) return -1
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/**
 * A workbook's serial day as text: `2026-11-22`, with the time after a blank when it has one, or the time alone below day 1.
 *
 * Excel counts from 1899-12-30 (its 1900 has a 29 February that never was, so days before March 1900 are off by one there too), or from 1904-01-01.
 */
export function serialText(serial: number, from1904: boolean): string {
  const day = Math.floor(serial)
  const minutes = Math.round((serial - day) * 24 * 60)
  if (day < 0 || day > 2_900_000) return String(serial)
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (day === 0) return time
  const epoch = from1904 ? plainDate('1904-01-01') : plainDate('1899-12-30')
  const text = plusDays(epoch, minutes === 24 * 60 ? day + 1 : day)
  return minutes % (24 * 60) === 0 ? text : `${text} ${time}`
}
