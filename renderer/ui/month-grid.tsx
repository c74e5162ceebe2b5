import { dayOfWeek, dayParts, formatDay, plusDays, plusMonths, type PlainDate } from '#shared/kernel/plain-date.ts'
import { ChevronLeft16Regular, ChevronRight16Regular } from '@fluentui/react-icons'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { cx } from './cx.ts'
import s from './month-grid.module.css'

export interface MonthGridProps {
  readonly value: PlainDate | null
  readonly today: PlainDate
  readonly min?: PlainDate | undefined
  readonly max?: PlainDate | undefined
  readonly onChoose: (day: PlainDate) => void
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** One month of days, weeks from Sunday. Arrows move by day and week, Page keys by month (with Shift by year), Home and End within the week; none leaves the days that may be chosen. */
export function MonthGrid({ value, today, min, max, onChoose }: MonthGridProps) {
  const [at, setAt] = useState(() => clamp(value ?? today, min, max))
  const grid = useRef<HTMLTableElement>(null)
  const first = plusDays(at, 1 - Number(at.slice(8)))
  const start = plusDays(first, -WEEKDAYS.indexOf(dayOfWeek(first)))
  // The day takes the focus as the calendar opens and after keys in it; the buttons above keep theirs.
  const wantsFocus = useRef(true)
  useEffect(() => {
    if (wantsFocus.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    wantsFocus.current = false
  }, [at])
  const within = (day: PlainDate) => clamp(day, min, max)
  const outside = (day: PlainDate) => (min !== undefined && day < min) || (max !== undefined && day > max)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event, at)
    if (next === null) return
    event.preventDefault()
    wantsFocus.current = within(next) !== at
    setAt(within(next))
  }
  const { month, year } = dayParts(at)
  return (
    <div className={s['month']}>
      <div className={s['head']}>
        <button type="button" aria-label="Previous month" onClick={() => setAt(within(plusMonths(at, -1)))}>
          <ChevronLeft16Regular aria-hidden />
        </button>
        <span aria-live="polite">
          {month} {year}
        </span>
        <button type="button" aria-label="Next month" onClick={() => setAt(within(plusMonths(at, 1)))}>
          <ChevronRight16Regular aria-hidden />
        </button>
      </div>
      <table ref={grid} role="grid" aria-label={`${month} ${year}`} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                {weekday.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 6 }, (_, week) => (
            <tr key={week}>
              {WEEKDAYS.map((weekday, column) => {
                const day = plusDays(start, week * 7 + column)
                return (
                  <td key={weekday} role="gridcell" aria-selected={day === value}>
                    <button
                      type="button"
                      tabIndex={day === at ? 0 : -1}
                      disabled={outside(day)}
                      aria-label={formatDay(day)}
                      aria-current={day === today ? 'date' : undefined}
                      className={cx('num', day.slice(0, 7) !== at.slice(0, 7) && s['other'], day === value && s['chosen'], day === today && s['today'])}
                      onClick={() => onChoose(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function clamp(day: PlainDate, min: PlainDate | undefined, max: PlainDate | undefined): PlainDate {
  if (min !== undefined && day < min) return min
  return max !== undefined && day > max ? max : day
}

function moved(event: KeyboardEvent, at: PlainDate): PlainDate | null {
  const weekday = WEEKDAYS.indexOf(dayOfWeek(at))
  switch (event.key) {
    case 'ArrowLeft':
      return plusDays(at, -1)
    case 'ArrowRight':
      return plusDays(at, 1)
    case 'ArrowUp':
      return plusDays(at, -7)
    case 'ArrowDown':
      return plusDays(at, 7)
    case 'Home':
      return plusDays(at, -weekday)
    case 'End':
      return plusDays(at, 6 - weekday)
    case 'PageUp':
      return plusMonths(at, event.shiftKey ? -12 : -1)
    case 'PageDown':
      return plusMonths(at, event.shiftKey ? 12 : 1)
    default:
      return null
  }
}
