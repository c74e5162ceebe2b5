import { scaleLinear } from 'd3-scale'
import { select } from 'd3-selection'
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Span } from './layout.ts'

export interface TimeScale {
  /** Pixels from the left edge of the plot for a place in days of the axis. */
  readonly x: (at: number) => number
  readonly dayPx: number
  readonly width: number
  readonly view: Span
  readonly show: (span: Span) => void
  readonly zoomBy: (factor: number) => void
  /** By a share of what is seen: 0.25 is a quarter to the right. */
  readonly panBy: (share: number) => void
}

const shortestView = 3
const dragTarget = '[data-drag]'

/**
 * The scale of the plot and what moves it: Ctrl or Shift with the wheel zooms, dragging the ground pans, `show` goes to a stretch.
 *
 * The stretch in view is the truth; d3-zoom is only asked for gestures, so a new width or a longer plan keeps what is seen.
 */
export function useTimeScale(plot: RefObject<HTMLDivElement | null>, base: Span, first: Span): TimeScale {
  const [width, setWidth] = useState(0)
  const [view, setView] = useState(first)
  const behavior = useRef<ZoomBehavior<HTMLDivElement, unknown> | null>(null)
  const now = useRef({ base, width, view })
  now.current = { base, width, view }

  useLayoutEffect(() => {
    const element = plot.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => observer.disconnect()
  }, [plot])

  const apply = useCallback((span: Span) => {
    const { base: whole, width: px } = now.current
    if (plot.current === null || behavior.current === null || px === 0) return
    const k = length(whole) / length(span)
    select(plot.current).call(behavior.current.transform, zoomIdentity.translate((-(span.from - whole.from) / length(whole)) * px * k, 0).scale(k))
  }, [plot])

  useEffect(() => {
    const element = plot.current
    if (element === null) return
    const gesture = zoom<HTMLDivElement, unknown>()
      .filter((event: WheelEvent | MouseEvent) => (event.type === 'wheel' ? event.ctrlKey || event.shiftKey : event.button === 0 && !(event.target instanceof Element && event.target.closest(dragTarget) !== null)))
      .wheelDelta(event => -(event.deltaY || event.deltaX) * 0.0022)
      .on('zoom', ({ transform }: D3ZoomEvent<HTMLDivElement, unknown>) => {
        const { base: whole, width: px } = now.current
        if (px === 0) return
        const at = (x: number) => whole.from + (transform.invertX(x) / px) * length(whole)
        setView({ from: at(0), to: at(px) })
      })
    behavior.current = gesture
    select(element).call(gesture).on('dblclick.zoom', null)
    return () => {
      select(element).on('.zoom', null)
    }
  }, [plot])

  useEffect(() => {
    behavior.current?.scaleExtent([0.4, Math.max(2, (base.to - base.from) / shortestView)])
    apply(now.current.view)
  }, [apply, base.from, base.to, width])

  const zoomBy = useCallback((factor: number) => {
    if (plot.current !== null) behavior.current?.scaleBy(select(plot.current), factor)
  }, [plot])
  const panBy = useCallback((share: number) => {
    const { view: seen } = now.current
    apply({ from: seen.from + share * length(seen), to: seen.to + share * length(seen) })
  }, [apply])
  const scale = scaleLinear().domain([view.from, view.to]).range([0, Math.max(width, 1)])
  return { x: at => scale(at), dayPx: width / length(view), width, view, show: apply, zoomBy, panBy }
}

const length = ({ from, to }: Span): number => Math.max(to - from, 0.1)
