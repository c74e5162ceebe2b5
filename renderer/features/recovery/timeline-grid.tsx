import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { CaseRecovery, EntryView } from '#shared/contract/recovery.ts'
import type { TimelineEntryId } from '#shared/model/ids.ts'
import type { Domain } from '#shared/model/timeline.ts'
import { cx } from '#renderer/ui/cx.ts'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { axisOf, firstView, marksOf, rowsOf, type Grouping } from './layout.ts'
import { TimelineAxis, TimelineGround } from './timeline-axis.tsx'
import { gridKey } from './timeline-keys.ts'
import { EntryRow, LaneRow } from './timeline-row.tsx'
import s from './timeline.module.css'
import { useTimeScale } from './use-time-scale.ts'

export interface TimelineGridHandle {
  readonly focus: () => void
  readonly show: (view: 'stay' | 'six-weeks' | 'all') => void
  readonly zoomBy: (factor: number) => void
  readonly panBy: (share: number) => void
}

export interface TimelineGridProps {
  readonly recovery: CaseRecovery
  readonly entries: readonly EntryView[]
  readonly grouping: Grouping
  readonly mayWrite: boolean
  readonly onOpen: (entry: EntryView) => void
  readonly onReached: (entry: EntryView) => void
  readonly onMove: (entry: EntryView, days: number) => void
  readonly ref?: Ref<TimelineGridHandle>
}

const rowPx = 26
const lanePx = 22

/** The recovery on one axis: a tree grid with one tab stop, rows that are drawn only while they are in sight, and a plot that zooms and pans. */
export function TimelineGrid({ recovery, entries, grouping, mayWrite, onOpen, onReached, onMove, ref }: TimelineGridProps) {
  const plot = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [folded, setFolded] = useState<ReadonlySet<Domain>>(new Set())
  const [activeId, setActiveId] = useState<TimelineEntryId | Domain | null>(null)
  const wantsFocus = useRef(false)
  const axis = useMemo(() => axisOf(recovery), [recovery])
  const marks = useMemo(() => marksOf(recovery.axis, axis.origin), [recovery.axis, axis.origin])
  const rows = useMemo(() => rowsOf(entries, grouping, folded), [entries, grouping, folded])
  const scale = useTimeScale(plot, axis.all, firstView(recovery.axis) === 'stay' ? axis.stay : axis.sixWeeks)
  const active = Math.max(0, rows.findIndex(row => rowKey(row) === activeId))
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (rows[index]?.kind === 'lane' ? lanePx : rowPx),
    overscan: 12,
    getItemKey: index => rowKey(rows[index]) ?? index,
    rangeExtractor: (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].filter(index => index < range.count).toSorted((a, b) => a - b),
  })
  useEffect(() => virtual.measure(), [virtual, rows])

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    // A row that is active already is drawn no second time: a wish left standing would take the focus at some later change of the rows.
    wantsFocus.current = next !== active
    setActiveId(rowKey(rows[next]) ?? null)
    virtual.scrollToIndex(next)
    scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true })
  }, [active])

  const show = (view: 'stay' | 'six-weeks' | 'all') => scale.show(view === 'stay' ? axis.stay : view === 'six-weeks' ? axis.sixWeeks : axis.all)
  useImperativeHandle(ref, () => ({ focus: () => goTo(active), show, zoomBy: scale.zoomBy, panBy: scale.panBy }))
  const fold = (domain: Domain) => setFolded(before => (before.has(domain) ? new Set([...before].filter(other => other !== domain)) : new Set([...before, domain])))
  const mayReach = (entry: EntryView) => mayWrite && entry.kind === 'milestone' && entry.status === 'open'
  const mayMove = (entry: EntryView) => mayWrite && entry.status === 'open' && entry.rule === 'none'

  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLElement>) => {
    const row = rows[index]
    const key = gridKey(event)
    if (key === null || row === undefined) return
    event.preventDefault()
    // The dialog that opens listens for the same keys at once; this press is spent.
    event.stopPropagation()
    // A held key goes on repeating on the row that got the focus back: it must neither mark, move nor open a second time.
    if (event.repeat && (key.do === 'open' || key.do === 'reached' || key.do === 'move')) return
    switch (key.do) {
      case 'go': return goTo(key.to === 'first' ? 0 : key.to === 'last' ? rows.length - 1 : index + key.to)
      case 'zoom': return scale.zoomBy(key.by)
      case 'fit': return show('all')
      case 'pan': return scale.panBy(key.by)
      case 'fold': return row.kind === 'lane' && row.open !== key.open ? fold(row.domain) : undefined
      case 'open': return row.kind === 'lane' ? fold(row.domain) : onOpen(row.entry)
      case 'reached': return row.kind === 'entry' && mayReach(row.entry) ? onReached(row.entry) : undefined
      case 'move': return row.kind === 'entry' && mayMove(row.entry) ? onMove(row.entry, key.by) : undefined
    }
  }

  const height = Math.max(virtual.getTotalSize(), 1)
  return (
    <div className={s['frame']} role="treegrid" aria-label="Recovery timeline: planned and actual" aria-rowcount={rows.length + 1} aria-colcount={4}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={cx(s['cols'], s['headRow'])}>
          <div role="columnheader" className={s['colHead']}>Milestone</div>
          <div role="columnheader" className={cx(s['colHead'], s['planHead'])}>Planned</div>
          <div role="columnheader" className={s['colHead']}>Standing</div>
          <div role="columnheader"><VisuallyHidden>Schedule</VisuallyHidden><div aria-hidden><TimelineAxis origin={axis.origin} today={recovery.axis.today} scale={scale} marks={marks} /></div></div>
        </div>
      </div>
      <div className={s['scroll']} ref={scroller}>
        <div className={s['canvas']} ref={plot} style={{ height }} aria-hidden>
          <TimelineGround origin={axis.origin} scale={scale} marks={marks} height={Math.max(height, scroller.current?.clientHeight ?? 0)} />
        </div>
        <div role="rowgroup" className={s['rows']} style={{ height }}>
          {virtual.getVirtualItems().map(item => {
            const row = rows[item.index]
            if (row === undefined) return null
            const frame = { index: item.index, top: item.start, active: item.index === active, onFocus: () => setActiveId(rowKey(row) ?? null), onKeyDown: onKeyDown(item.index) }
            if (row.kind === 'lane') return <LaneRow key={row.domain} row={row} {...frame} onFold={() => fold(row.domain)} />
            const { entry } = row
            return (
              <EntryRow
                key={entry.id} entry={entry} level={grouping === 'domain' ? 2 : 1} {...frame} axis={axis} today={recovery.axis.today} scale={scale} onOpen={() => onOpen(entry)}
                onReached={mayReach(entry) ? () => onReached(entry) : undefined} onDragged={mayMove(entry) && entry.planned !== 'no-date' ? days => onMove(entry, days) : undefined}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

type RowOrNone = ReturnType<typeof rowsOf>[number] | undefined
const rowKey = (row: RowOrNone): TimelineEntryId | Domain | undefined => (row === undefined ? undefined : row.kind === 'lane' ? row.domain : row.entry.id)
