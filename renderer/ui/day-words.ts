import { daysBetween, formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'

/** `03/20/2027`. */
export function numericDay(day: PlainDate): string {
  return `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`
}

/** `Today`, `Tomorrow`, `Yesterday`, `in 3 d`, `2 d ago`: calendar days, whatever the hour. */
export function relativeDay(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'Today'
  if (days === 1) return 'Tomorrow'
  if (days === -1) return 'Yesterday'
  return days > 0 ? `in ${days} d` : `${-days} d ago`
}

/** How a due day reads in a list: late ones count the days, near ones say the word, the rest name the day. */
export function dueWords(day: PlainDate, today: PlainDate): { text: string; tone?: 'bad' | 'warn' } {
  const days = daysBetween(today, day)
  if (days < 0) return { text: `Overdue ${-days} d`, tone: 'bad' }
  if (days === 0) return { text: 'Today', tone: 'warn' }
  return { text: days === 1 ? 'Tomorrow' : formatDay(day, today) }
}

/** `7 min ago`, `3 h ago`, `2 d ago`; `just now` under a minute; `in 5 min` for what is to come. Minutes are whole and may be negative (past). */
export function agoWords(minutesFromNow: number): string {
  const size = Math.abs(minutesFromNow)
  if (size < 1) return 'just now'
  const amount = size < 60 ? `${size} min` : size < 48 * 60 ? `${Math.floor(size / 60)} h` : `${Math.floor(size / 1440)} d`
  return minutesFromNow < 0 ? `${amount} ago` : `in ${amount}`
}

/** `40 s`, `3 min`, `1 h 20 min`: how long something will still take, coarse on purpose. */
export function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
