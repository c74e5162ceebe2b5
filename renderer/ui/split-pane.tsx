import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './split-pane.module.css'

export interface SplitPaneProps {
  /** What the divider moves: "Resize lower pane". */
  readonly ariaLabel: string
  readonly orientation: 'rows' | 'columns'
  /** Pixels of the second pane. */
  readonly size: number
  readonly onSize: (size: number) => void
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly first: ReactNode
  readonly second: ReactNode
}

const STEP = 16

/** Two panes and a divider, moved by mouse or by arrows (Home and End for least and most). */
export function SplitPane({ ariaLabel, orientation, size, onSize, min = 96, max = 1200, first, second }: SplitPaneProps) {
  const box = useRef<HTMLDivElement>(null)
  const rows = orientation === 'rows'
  const room = () => {
    const all = rows ? box.current?.clientHeight : box.current?.clientWidth
    return Math.max(min, Math.min(max, (all ?? max) - min))
  }
  const put = (next: number) => onSize(Math.round(Math.max(min, Math.min(room(), next))))
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const divider = event.currentTarget
    const from = rows ? event.clientY : event.clientX
    event.preventDefault()
    divider.focus()
    divider.setPointerCapture(event.pointerId)
    divider.onpointermove = (move) => put(size + from - (rows ? move.clientY : move.clientX))
    divider.onpointerup = () => {
      divider.onpointermove = null
      divider.onpointerup = null
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const larger = rows ? 'ArrowUp' : 'ArrowLeft'
    const smaller = rows ? 'ArrowDown' : 'ArrowRight'
    const targets: Readonly<Record<string, number>> = { [larger]: size + STEP, [smaller]: size - STEP, Home: min, End: room() }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    put(target)
  }
  const template = `minmax(0, 1fr) 1px minmax(0, ${size}px)`
  return (
    <div ref={box} className={s['split']} style={rows ? { gridTemplateRows: template } : { gridTemplateColumns: template }}>
      <div className={s['pane']}>{first}</div>
      <div
        role="separator"
        aria-label={ariaLabel}
        aria-orientation={rows ? 'horizontal' : 'vertical'}
        aria-valuenow={size}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        className={cx(s['divider'], rows ? s['rows'] : s['columns'])}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      />
      <div className={s['pane']}>{second}</div>
    </div>
  )
}
