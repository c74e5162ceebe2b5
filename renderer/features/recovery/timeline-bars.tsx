import { useState, type PointerEvent } from 'react'
import type { EntryView } from '#shared/contract/recovery.ts'
import { daysBetween, formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'
import { cx } from '#renderer/ui/cx.ts'
import { barsOf, type Axis, type Bar } from './layout.ts'
import s from './timeline.module.css'
import type { TimeScale } from './use-time-scale.ts'

interface BarsProps {
  readonly entry: EntryView
  readonly axis: Axis
  readonly today: PlainDate
  readonly scale: TimeScale
  /** Present where the plan may be moved: called with whole days once the bar is let go. */
  readonly onDragged: ((days: number) => void) | undefined
}

/** The bars of one row. Dragging the planned one asks for a re-plan; nothing is changed by the drag itself. */
export function TimelineBars({ entry, axis, today, scale, onDragged }: BarsProps) {
  const { x, dayPx, view } = scale
  const bars = barsOf(entry, axis, today)
  const drag = useBarDrag(dayPx, onDragged)
  if (bars.length === 0) return <span className={s['dateless']}>{datelessWords(entry)}</span>
  const place = (bar: Bar, shift: number) => ({ left: x(bar.from + shift), width: Math.max(4, x(bar.to) - x(bar.from) - 1) })
  const plan = bars.find(({ part }) => part === 'planned' || part === 'watch' || part === 'precaution')
  const typical = entry.planned === 'no-date' ? null : daysBetween(axis.origin, entry.planned.on) + 0.5 + drag.days
  return (
    <>
      {bars.map(bar => (
        <div
          key={bar.part}
          className={cx(s['bar'], s[bar.part], bar === plan && onDragged !== undefined && s['movable'], bar === plan && drag.days !== 0 && s['dragging'])}
          style={place(bar, bar === plan ? drag.days : 0)}
          {...(bar === plan && onDragged !== undefined ? { 'data-drag': '', ...drag.handlers } : {})}
        >
          {bar === plan && drag.days !== 0 && <b className={cx('num', s['tip'])}>{drag.days > 0 ? '+' : '−'}{Math.abs(drag.days)} d</b>}
        </div>
      ))}
      {typical !== null && entry.kind === 'milestone' && dayPx >= 6 && <i className={s['typical']} style={{ left: x(typical) }} />}
      {plan !== undefined && plan.to < view.from && <span className={cx('num', s['before'])}>‹ {entry.planned === 'no-date' ? '' : formatDay(entry.planned.to, today)}</span>}
      {plan !== undefined && plan.from > view.to && <span className={cx('num', s['beyond'])}>{entry.planned === 'no-date' ? '' : formatDay(entry.planned.from, today)} ›</span>}
    </>
  )
}

function datelessWords({ rule, anchorKind }: EntryView): string {
  if (rule !== 'none') return `Rule ${rule}: no clock yet`
  return `Waits for ${anchorKind === 'discharge' || anchorKind === 'edd' ? 'the expected discharge date' : 'its date'}`
}

interface Held {
  readonly from: number
  readonly days: number
}

function useBarDrag(dayPx: number, onDragged: ((days: number) => void) | undefined) {
  const [held, setHeld] = useState<Held | null>(null)
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setHeld({ from: event.clientX, days: 0 })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (held === null) return
      const days = Math.round((event.clientX - held.from) / dayPx)
      if (days !== held.days) setHeld({ ...held, days })
    },
    onPointerUp: () => {
      if (held !== null && held.days !== 0) onDragged?.(held.days)
      setHeld(null)
    },
    onPointerCancel: () => setHeld(null),
  }
  return { days: held?.days ?? 0, handlers }
}
