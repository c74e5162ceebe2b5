import { scaleLinear } from 'd3-scale'
import type { CaseRecovery } from '#shared/contract/recovery.ts'
import { axisOf, barsOf, marksOf, rowsOf, ticksOf, weekendsOf } from '#renderer/features/recovery/index.ts'
import s from './papers.module.css'

const labelWidth = 230
const plotWidth = 700
const rowHeight = 15
const headHeight = 46

/** The timeline as a drawing for paper: black and grey, told apart by outline, fill and hatching, so that a fax still shows it. */
export function ChartFigure({ recovery }: { readonly recovery: CaseRecovery }) {
  const axis = axisOf(recovery)
  const dated = rowsOf(recovery.entries, 'time', new Set()).flatMap(row => (row.kind === 'entry' && barsOf(row.entry, axis, recovery.axis.today).length > 0 ? [row.entry] : []))
  const view = axis.all
  const scale = scaleLinear().domain([view.from, view.to]).range([0, plotWidth])
  const dayPx = plotWidth / (view.to - view.from)
  const height = headHeight + dated.length * rowHeight
  const { upper } = ticksOf(axis.origin, view, dayPx, recovery.axis.today)
  const marks = marksOf(recovery.axis, axis.origin)
  return (
    <figure className={s['figure']}>
      <svg viewBox={`0 0 ${labelWidth + plotWidth} ${height}`} role="img" aria-label="Planned and actual days of each entry; the table below says the same in words">
        <defs><pattern id="late" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="4" stroke="#000" strokeWidth="2" /></pattern></defs>
        <g transform={`translate(${labelWidth} 0)`}>
          {dayPx > 4 && weekendsOf(axis.origin, view).map(at => <rect key={at} x={scale(at)} y={headHeight} width={dayPx * 2} height={height - headHeight} fill="#f0f0f0" />)}
          {upper.map(tick => <g key={tick.at}><line x1={scale(tick.at)} x2={scale(tick.at)} y1={headHeight - 4} y2={height} stroke="#ddd" /><text x={scale(tick.at) + 2} y={10} className={s['tick']}>{tick.label}</text></g>)}
          {marks.map(mark => (
            <g key={`${mark.kind}${mark.at}`}>
              <line x1={scale(mark.at)} x2={scale(mark.at)} y1={mark.kind === 'edd-before' ? headHeight - 6 : 14} y2={mark.kind === 'edd-before' ? headHeight : height} stroke="#000" strokeWidth={mark.kind === 'edd' ? 1.6 : 0.8} strokeDasharray={mark.kind === 'today' ? '3 2' : mark.kind === 'expected' ? '1 2' : 'none'} />
            </g>
          ))}
          {marks.filter(({ kind }) => kind !== 'edd-before').map((mark, index) => <text key={mark.kind} x={Math.min(scale(mark.at) + 2, plotWidth - 90)} y={20 + (index % 3) * 9} className={s['tick']}>{mark.label}</text>)}
        </g>
        {dated.map((entry, index) => (
          <g key={entry.id} transform={`translate(0 ${headHeight + index * rowHeight})`}>
            <text x={0} y={10.5} className={s['rowLabel']}>{clipped(entry.label)}</text>
            <g transform={`translate(${labelWidth} 0)`}>
              {barsOf(entry, axis, recovery.axis.today).map(bar => <rect key={bar.part} x={scale(bar.from)} width={Math.max(2, scale(bar.to) - scale(bar.from) - 0.5)} {...looks[bar.part]} />)}
            </g>
          </g>
        ))}
      </svg>
      <figcaption>Outline: planned. Black: reached. Hatched: late. Grey: early. Dotted outline: watch window; dashed: precaution. Thin line: first plan.</figcaption>
    </figure>
  )
}

const planned = { y: 2, height: 5, fill: '#fff', stroke: '#000', strokeWidth: 0.9 } as const
const looks = {
  planned,
  watch: { ...planned, strokeDasharray: '1 1.5' },
  precaution: { ...planned, strokeDasharray: '4 2' },
  baseline: { y: 0, height: 1, fill: '#000' },
  done: { y: 9, height: 4, fill: '#000' },
  early: { y: 9, height: 4, fill: '#999' },
  late: { y: 9, height: 4, fill: 'url(#late)', stroke: '#000', strokeWidth: 0.5 },
  'in-force': { y: 9, height: 2, fill: '#777' },
} as const

const longest = 46
const clipped = (label: string): string => (label.length <= longest ? label : `${label.slice(0, longest - 1)}…`)
