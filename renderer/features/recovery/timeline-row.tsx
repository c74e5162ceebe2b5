import { CheckmarkCircle16Filled, Circle16Regular, DismissCircle16Regular, Eye16Regular, Shield16Regular, SubtractCircle16Regular, TriangleRight12Filled } from '@fluentui/react-icons'
import type { KeyboardEvent } from 'react'
import type { EntryView } from '#shared/contract/recovery.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { cx } from '#renderer/ui/cx.ts'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { Axis, Row } from './layout.ts'
import { domainNames, kindNames, windowShort, windowWords } from './recovery-words.ts'
import { standingWords } from './standing-words.ts'
import { TimelineBars } from './timeline-bars.tsx'
import s from './timeline.module.css'
import type { TimeScale } from './use-time-scale.ts'

interface RowFrame {
  readonly index: number
  readonly top: number
  readonly active: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** The head of a domain; folds its rows away. */
export function LaneRow({ row, index, top, active, onFocus, onKeyDown, onFold }: RowFrame & { readonly row: Extract<Row, { kind: 'lane' }>; readonly onFold: () => void }) {
  return (
    <div role="row" aria-level={1} aria-expanded={row.open} aria-rowindex={index + 2} data-row={index} tabIndex={active ? 0 : -1} className={s['lane']} style={{ top }} onFocus={onFocus} onKeyDown={onKeyDown} onClick={onFold}>
      <div role="gridcell" aria-colspan={4} className={s['laneName']}>
        <TriangleRight12Filled className={cx(s['fold'], row.open && s['open'])} aria-hidden />
        {domainNames[row.domain]}
        <small className="num">{row.count}</small>
      </div>
    </div>
  )
}

interface EntryRowProps extends RowFrame {
  readonly entry: EntryView
  readonly level: 1 | 2
  readonly axis: Axis
  readonly today: PlainDate
  readonly scale: TimeScale
  readonly onOpen: () => void
  /** Present for a milestone that may be marked. */
  readonly onReached: (() => void) | undefined
  readonly onDragged: ((days: number) => void) | undefined
}

/** One entry: its mark, its name, planned days and variance as text, and its bars. */
export function EntryRow({ entry, level, index, top, active, axis, today, scale, onFocus, onKeyDown, onOpen, onReached, onDragged }: EntryRowProps) {
  const words = standingWords(entry.standing)
  return (
    <div
      role="row" aria-level={level} aria-rowindex={index + 2} aria-selected={active} data-row={index} data-entry={entry.id} tabIndex={active ? 0 : -1}
      className={s['row']} style={{ top }} onFocus={onFocus} onKeyDown={onKeyDown} onDoubleClick={onOpen}
    >
      <div role="gridcell" className={s['name']} title={`${entry.label}\n${words.long}\n${entry.sourceTitle} (${entry.confidence === 'unverified' ? 'unverified' : 'stated in source'})`}>
        <EntryGlyph entry={entry} onReached={onReached} />
        <span className={cx(s['label'], entry.status === 'not-applicable' && s['struck'])}>{entry.label}</span>
        {entry.kind !== 'milestone' && <VisuallyHidden>{kindNames[entry.kind]}</VisuallyHidden>}
        {entry.country === 'UK' && <abbr className={s['uk']} title="Figure from the United Kingdom, where stays are longer">UK</abbr>}
      </div>
      <div role="gridcell" className={cx('num', s['planned-text'])}><span aria-hidden>{windowShort(entry.planned)}</span><VisuallyHidden>{windowWords(entry.planned, today)}</VisuallyHidden></div>
      <div role="gridcell" className={cx('num', s['variance'], s[`tone-${words.tone}`])}><span aria-hidden>{words.short}</span><VisuallyHidden>{words.long}</VisuallyHidden></div>
      <div role="gridcell" className={s['plot']}><VisuallyHidden>{scheduleWords(entry, today)}</VisuallyHidden><div aria-hidden className={s['bars']}><TimelineBars entry={entry} axis={axis} today={today} scale={scale} onDragged={onDragged} /></div></div>
    </div>
  )
}

/** What the entry is and how it is marked, by shape; the open circle of a milestone marks it reached. */
function EntryGlyph({ entry, onReached }: Pick<EntryRowProps, 'entry' | 'onReached'>) {
  if (entry.status === 'not-applicable') return <span className={cx(s['glyph'], s['tone-mute'])}><SubtractCircle16Regular aria-label="Not applicable" /></span>
  if (entry.kind === 'watch-window') return <span className={cx(s['glyph'], s['tone-mute'])}><Eye16Regular aria-hidden /></span>
  if (entry.kind === 'precaution') return <span className={cx(s['glyph'], s['tone-mute'])}><Shield16Regular aria-hidden /></span>
  if (entry.status === 'reached') return <span className={cx(s['glyph'], s['tone-ok'])}><CheckmarkCircle16Filled aria-label="Reached" /></span>
  if (entry.status === 'missed') return <span className={cx(s['glyph'], s['tone-bad'])}><DismissCircle16Regular aria-label="Missed" /></span>
  if (onReached === undefined) return <span className={cx(s['glyph'], s['tone-mute'])}><Circle16Regular aria-hidden /></span>
  return (
    <button type="button" tabIndex={-1} className={s['glyph']} aria-label={`Mark reached: ${entry.label}`} title="Mark reached (R)" onClick={onReached} onDoubleClick={event => event.stopPropagation()}>
      <Circle16Regular />
    </button>
  )
}

function scheduleWords(entry: EntryView, today: PlainDate): string {
  const planned = entry.planned === 'no-date' ? 'No planned days' : `Planned ${windowWords(entry.planned, today)}`
  const moved = entry.movedDays === 0 || entry.baseline === 'no-date' ? '' : `, first planned ${windowWords(entry.baseline, today)}`
  const reached = entry.reachedOn === 'not-reached' ? '' : `, reached ${windowWords({ from: entry.reachedOn, on: entry.reachedOn, to: entry.reachedOn }, today)}`
  return `${planned}${moved}${reached}`
}
