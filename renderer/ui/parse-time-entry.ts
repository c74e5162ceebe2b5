const TIME = /^(\d{1,2})(?:[:.h ]?([0-5]\d))? ?(am?|pm?)?$/

/**
 * The time of day meant, `HH:mm`, or null when the text is none.
 *
 * `n` is `now` (itself `HH:mm`); `7:02` `702` `0702` `7.02` `7h02` on the 24-hour clock; `702p` `7 pm` `7:02am` on the
 * 12-hour one; a bare hour (`7`, `19`) is the full hour.
 */
export function parseTimeEntry(text: string, now: string | null = null): string | null {
  const entry = text.trim().toLowerCase()
  if (entry === 'n' || entry === 'now') return now
  const parts = TIME.exec(entry)
  if (parts === null) return null
  const hour = hourOf(Number(parts[1]), parts[3])
  return hour === null ? null : `${String(hour).padStart(2, '0')}:${parts[2] ?? '00'}`
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.startsWith('p') ? 12 : 0)
}
