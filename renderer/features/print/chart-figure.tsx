import { scaleLinear } from 'd3-scale'
import type { CaseRecovery } from '#shared/contract/recovery.ts'
import { axisOf, barsOf, marksOf, rowsOf, stackMarks, ticksOf, weekendsOf, type MarkKind, type Span } from '#renderer/features/recovery/index.ts'
import s from './papers.module.css'

const labelWidth = 230
const plotWidth = 700
const rowHeight = 15
const headHeight = 42
/** Up to here one scale shows both the stay and what follows. */
const oneScaleDays = 45

/** The stay, and the whole recovery where that is longer: two drawings, because a year's scale hides the days that matter now. */
export function ChartFigures({ recovery }: { readonly recovery: CaseRecovery }) {
  const axis = axisOf(recovery)
  const long = axis.all.to - axis.all.from > oneScaleDays
  return (
    <>
      {long && <ChartFigure recovery={recovery} axis={axis} view={axis.stay} name="The stay" />}
      <ChartFigure recovery={recovery} axis={axis} view={axis.all} name={long ? 'The whole recovery' : 'Planned and actual'} />
      <p className={s['key']}>Outline: planned. Black: reached. Hatched: late. Grey: early. Dotted outline: watch window; dashed: precaution. Thin line: first plan.</p>
    </>
  )
}

interface FigureProps {
  readonly recovery: CaseRecovery
  readonly axis: ReturnType<typeof axisOf>
  readonly view: Span
  readonly name: string
}

/** Black, grey and hatching only, told apart by outline and fill, so that a fax still shows it. */
function ChartFigure({ recovery, axis, view, name }: FigureProps) {
  const { today } = recovery.axis
  const rows = rowsOf(recovery.entries, 'time', new Set()).flatMap(row => (row.kind === 'entry' ? [{ entry: row.entry, bars: barsOf(row.entry, axis, today).filter(bar => bar.to > view.from && bar.from < view.to) }] : [])).filter(({ bars }) => bars.length > 0)
  const scale = scaleLinear().domain([view.from, view.to]).range([0, plotWidth]).clamp(true)
  const dayPx = plotWidth / (view.to - view.from)
  const height = headHeight + rows.length * rowHeight
  const { upper, lower } = ticksOf(axis.origin, view, dayPx, today)
  const marks = marksOf(recovery.axis, axis.origin).filter(({ at }) => at >= view.from && at <= view.to)
  return (
    <figure className={s['figure']}>
      <h3>{name}</h3>
      <svg viewBox={`0 0 ${labelWidth + plotWidth} ${height}`} role="img" aria-label={`${name}: planned and actual days; the table says the same in words`}>
        <defs><pattern id="late" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="4" stroke="#000" strokeWidth="2" /></pattern></defs>
        <g transform={`translate(${labelWidth} 0)`}>
          {dayPx > 4 && weekendsOf(axis.origin, view).map(at => <rect key={at} x={scale(at)} y={headHeight} width={scale(at + 2) - scale(at)} height={height - headHeight} fill="#f0f0f0" />)}
          {upper.map(tick => <g key={tick.at}><line x1={scale(tick.at)} x2={scale(tick.at)} y1={headHeight - 4} y2={height} stroke="#ddd" /><text x={scale(tick.at) + 2} y={8} className={s['tick']}>{tick.label}</text></g>)}
          {lower.map(tick => <text key={tick.at} x={scale(tick.at) + 2} y={17} className={s['tick']}>{tick.label}</text>)}
          {marks.map(mark => <line key={`${mark.kind}${mark.at}`} x1={scale(mark.at)} x2={scale(mark.at)} y1={mark.kind === 'edd-before' ? headHeight - 6 : 20} y2={mark.kind === 'edd-before' ? headHeight : height} {...lineLooks(mark.kind)} />)}
          {stackMarks(marks, scale, plotWidth).map(mark => <text key={mark.kind} x={mark.x + 3} y={27 + mark.line * 9} className={s['tick']}>{mark.label}</text>)}
        </g>
        {rows.map(({ entry, bars }, index) => (
          <g key={entry.id} transform={`translate(0 ${headHeight + index * rowHeight})`}>
            <text x={0} y={10.5} className={s['rowLabel']}>{clipped(entry.label)}</text>
            <g transform={`translate(${labelWidth} 0)`}>
              {bars.map(bar => <rect key={bar.part} x={scale(bar.from)} width={Math.max(2, scale(bar.to) - scale(bar.from) - 0.5)} {...looks[bar.part]} />)}
            </g>
          </g>
        ))}
      </svg>
    </figure>
  )
}

function lineLooks(kind: MarkKind) {
  return { stroke: '#000', strokeWidth: kind === 'edd' ? 1.6 : 0.8, strokeDasharray: kind === 'today' ? '3 2' : kind === 'expected' ? '1 2' : 'none' } as const
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
