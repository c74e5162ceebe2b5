import { formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { OrUnknown } from '#shared/kernel/unknown.ts'
import { cx } from './cx.ts'
import { dueWords, numericDay, relativeDay } from './day-words.ts'
import { useFacility } from './facility.tsx'
import { None, Unknown } from './unknown-mark.tsx'
import s from './values.module.css'

export type DayFormat = 'short' | 'full' | 'numeric' | 'relative' | 'due'

export interface DayProps {
  readonly value: OrUnknown<PlainDate> | null
  readonly format?: DayFormat | undefined
}

/**
 * The one way a calendar day is shown. short: `Fri 20 Mar` (with the year when it is not this one); full: always with the
 * year; numeric: `03/20/2027`; relative: `Tomorrow`, `in 3 d`; due: `Overdue 2 d` in red, `Today`, `Wed 25 Nov`.
 */
export function Day({ value, format = 'short' }: DayProps) {
  const { today } = useFacility()
  if (value === null) return <None word="no date" />
  if (value === 'unknown') return <Unknown />
  const words = dayWords(value, format, today)
  return (
    <time dateTime={value} title={format === 'full' ? undefined : formatDay(value)} className={cx('num', s['nowrap'], words.tone && s[words.tone])}>
      {words.text}
    </time>
  )
}

function dayWords(value: PlainDate, format: DayFormat, today: PlainDate): { text: string; tone?: 'bad' | 'warn' } {
  switch (format) {
    case 'short':
      return { text: formatDay(value, today) }
    case 'full':
      return { text: formatDay(value) }
    case 'numeric':
      return { text: numericDay(value) }
    case 'relative':
      return { text: relativeDay(value, today) }
    case 'due':
      return dueWords(value, today)
  }
}
