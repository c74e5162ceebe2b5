import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { cx } from '#renderer/ui/cx.ts'
import { stackMarks, ticksOf, weekendsOf, type Mark } from './layout.ts'
import s from './timeline.module.css'
import type { TimeScale } from './use-time-scale.ts'

interface AxisProps {
  readonly origin: PlainDate
  readonly today: PlainDate
  readonly scale: TimeScale
  readonly marks: readonly Mark[]
}

/** Weeks and days (or months and weeks) over the plot, below them the names of today, EDD, expected stay and discharge. */
export function TimelineAxis({ origin, today, scale, marks }: AxisProps) {
  const { x, dayPx, view, width } = scale
  const { upper, lower } = ticksOf(origin, view, dayPx, today)
  const labels = stackMarks(marks, x, width)
  return (
    <div className={s['axis']}>
      {upper.map(tick => <span key={tick.at} className={s['upper']} style={{ left: Math.max(2, x(tick.at) + 4) }}>{tick.label}</span>)}
      {lower.map(tick => <span key={tick.at} className={cx('num', s['lower'], tick.strong && s['isToday'])} style={{ left: x(tick.at), width: dayPx < 15 ? undefined : dayPx }}>{tick.label}</span>)}
      {labels.map(mark => <span key={mark.kind} className={cx(s['mark'], s[mark.kind])} style={{ left: mark.x, top: 34 + mark.line * 16 }}>{mark.label}</span>)}
    </div>
  )
}

/** Weekends, day lines and the lines of the marks, behind the rows. */
export function TimelineGround({ origin, scale, marks, height }: Omit<AxisProps, 'today'> & { readonly height: number }) {
  const { x, dayPx, view, width } = scale
  const step = dayPx >= 15 ? 1 : 7
  const firstMonday = weekendsOf(origin, view)[0] ?? 0
  const first = step === 1 ? Math.floor(view.from) : firstMonday + 2 - 7
  const lines = Array.from({ length: Math.max(0, Math.min(1500, Math.ceil((view.to - first) / step) + 1)) }, (_, index) => first + index * step)
  return (
    <svg width={width} height={height} aria-hidden className={s['svg']}>
      {dayPx >= 3 && weekendsOf(origin, view).map(at => <rect key={at} x={x(at)} width={dayPx * 2} height={height} className={s['weekend']} />)}
      {dayPx >= 1.5 && lines.map(at => <line key={at} x1={x(at)} x2={x(at)} y2={height} className={s['gridline']} />)}
      {marks.map(mark => <line key={`${mark.kind}-${mark.at}`} x1={x(mark.at)} x2={x(mark.at)} y2={mark.kind === 'edd-before' ? 10 : height} className={cx(s['line'], s[`${mark.kind}-line`])}><title>{mark.label}</title></line>)}
    </svg>
  )
}
