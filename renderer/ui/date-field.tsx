import { formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'
import { Popover, PopoverSurface } from '@fluentui/react-components'
import { CalendarLtr16Regular } from '@fluentui/react-icons'
import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { numericDay, relativeDay } from './day-words.ts'
import { useFacility } from './facility.tsx'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import s from './field-shell.module.css'
import { MonthGrid } from './month-grid.tsx'
import { parseDayEntry } from './parse-day-entry.ts'
import { TextControl } from './text-control.tsx'
import { useEntryText } from './use-entry-text.ts'

export type DateEntry = PlainDate | null | 'unknown' | 'invalid'

export interface DateFieldProps extends FieldProps {
  readonly value: DateEntry
  readonly onChange: (value: DateEntry) => void
  /** The facility's day unless said. */
  readonly today?: PlainDate | undefined
  readonly min?: PlainDate | undefined
  readonly max?: PlainDate | undefined
  readonly allowUnknown?: boolean | undefined
  /** The day lies behind us: entries without a full year look back (birth dates). */
  readonly past?: boolean | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** A day typed the way clinicians type it (see parseDayEntry), with what it was understood as beside it; Alt+Down opens a calendar. */
export function DateField(props: DateFieldProps) {
  const facility = useFacility()
  const { value, onChange, today = facility.today, min, max, allowUnknown, past } = props
  const entry = useEntryText<DateEntry>({
    value,
    onChange,
    parse: (text) => (text.trim() === '' ? null : (parseDayEntry(text, today, { past }) ?? 'invalid')),
    show: (shown) => (isDay(shown) ? numericDay(shown) : ''),
  })
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const understoodId = useId()
  const unknown = value === 'unknown'
  const disabled = props.disabled === true || unknown
  const error = props.error ?? (entry.left ? dayMessage(value, min, max) : undefined)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || !event.altKey) return
    event.preventDefault()
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    box.current?.querySelector('input')?.focus()
  }
  return (
    <FieldShell {...props} error={error} unknown={allowUnknown === true ? { checked: unknown, onChange: (checked) => entry.choose(checked ? 'unknown' : null) } : undefined}>
      {(control) => (
        <div ref={box}>
          <TextControl
            control={control}
            text={entry.text}
            onText={entry.type}
            num
            unknown={unknown}
            disabled={props.disabled}
            describedBy={understoodId}
            onKeyDown={onKeyDown}
            placeholder="MM/DD/YYYY"
            after={
              <>
                <span id={understoodId} className="num">
                  {isDay(value) ? understood(value, today, entry.left) : ''}
                </span>
                <button type="button" tabIndex={-1} className={s['inButton']} disabled={disabled} aria-label="Open calendar" onClick={() => setOpen(true)}>
                  <CalendarLtr16Regular aria-hidden />
                </button>
              </>
            }
            onBlur={() => {
              entry.settle()
              props.onBlur?.()
            }}
            name={props.name}
            autoFocus={props.autoFocus}
            ref={props.ref}
          />
          {open && (
            <Popover open trapFocus unstable_disableAutoFocus positioning={{ target: box.current, position: 'below', align: 'start', offset: 4 }} onOpenChange={(_, data) => (data.open ? undefined : close())}>
              <PopoverSurface aria-label={props.label}>
                <MonthGrid
                  value={isDay(value) ? value : null}
                  today={today}
                  min={min}
                  max={max}
                  onChoose={(day) => {
                    entry.choose(day)
                    close()
                  }}
                />
              </PopoverSurface>
            </Popover>
          )}
        </div>
      )}
    </FieldShell>
  )
}

function isDay(value: DateEntry): value is PlainDate {
  return value !== null && value !== 'unknown' && value !== 'invalid'
}

/** While typing the whole day, because that is what has to be checked; afterwards only what the figures do not say. */
function understood(day: PlainDate, today: PlainDate, left: boolean): string {
  if (!left) return formatDay(day)
  const near = relativeDay(day, today)
  const weekday = formatDay(day).slice(0, 3)
  return near.endsWith('ago') || near.startsWith('in') ? weekday : `${weekday} · ${near.toLowerCase()}`
}

function dayMessage(value: DateEntry, min: PlainDate | undefined, max: PlainDate | undefined): string | undefined {
  if (value === 'invalid') return 'Not a day. Type t+2, 11/24 or 11/24/2026.'
  if (!isDay(value)) return undefined
  if (min !== undefined && value < min) return `Not before ${formatDay(min)}.`
  return max !== undefined && value > max ? `Not after ${formatDay(max)}.` : undefined
}
