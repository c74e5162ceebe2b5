import type { ChartPaper, EntryView } from '#shared/contract/recovery.ts'
import { formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'
import { anchorNames, domainNames, kindNames, reasonNames, rowsOf, standingWords, windowWords } from '#renderer/features/recovery/index.ts'
import { Moment } from '#renderer/ui/moment.tsx'
import { PrintPage } from '#renderer/ui/print-page.tsx'
import { ChartFigures } from './chart-figure.tsx'
import s from './papers.module.css'
import type { PaperChoices } from './print-preview.tsx'

/** The timeline for the chart: figure, table, revisions, sources; who printed it and when, on each sheet. */
export function ChartPaperPages({ paper, size, large }: PaperChoices & { readonly paper: ChartPaper }) {
  const { recovery, patient } = paper
  const { axis } = recovery
  const identity = `${patient.name} · MRN ${patient.mrn === 'unknown' ? 'not known' : patient.mrn} · born ${patient.birthDate === 'unknown' ? 'not known' : formatDay(patient.birthDate)}`
  return (
    <PrintPage
      title="Recovery timeline" size={size} orientation="landscape" large={large}
      header={<span className={s['line']}><b>{identity}</b><span>{paper.facility}</span></span>}
      footer={<span className={s['line']}><span>Draft ranges, not signed off by a clinician; typical, never an order.</span><span>Printed by {paper.printedBy}, <Moment at={paper.printedAt} format="full" /></span></span>}
    >
      <div className={s['paper']}>
      <h1>Recovery timeline</h1>
      <dl className={s['facts']}>
        <div><dt>Case</dt><dd>{paper.caseReason}</dd></div>
        <div><dt>Admitted</dt><dd>{dayWords(axis.admittedOn)}</dd></div>
        <div><dt>Expected discharge</dt><dd>{dayWords(axis.edd)}</dd></div>
        <div><dt>Expected stay</dt><dd>{axis.expectedStay.state === 'known' ? axis.expectedStay.label : axis.expectedStay.why}</dd></div>
        {axis.dischargedOn !== 'not-discharged' && <div><dt>Discharged</dt><dd>{formatDay(axis.dischargedOn)}</dd></div>}
        {recovery.timelines.map(timeline => <div key={timeline.id}><dt>Plan</dt><dd>{timeline.templateLabel}; {anchorNames[timeline.anchorKind].toLowerCase()} {formatDay(timeline.anchorOn)}; templates of {formatDay(timeline.templateAsOf)}</dd></div>)}
      </dl>
      {!large && <ChartFigures recovery={recovery} />}
      <h2>Entries</h2>
      <EntriesTable entries={recovery.entries} today={axis.today} />
      {axis.eddRevisions.length > 0 && <Revisions paper={paper} />}
      {recovery.replans.length > 0 && <Replans paper={paper} />}
      <h2>Sources</h2>
      <ul>{paper.sources.map(source => <li key={source.id}>{source.title}{source.country === 'UK' && ' (UK; stays are longer)'}{source.url !== 'unknown' && <>; <span className={s['url']}>{source.url}</span></>}</li>)}</ul>
      </div>
    </PrintPage>
  )
}

function EntriesTable({ entries, today }: { readonly entries: readonly EntryView[]; readonly today: PlainDate }) {
  const rows = rowsOf(entries, 'time', new Set()).flatMap(row => (row.kind === 'entry' ? [row.entry] : []))
  return (
    <table>
      <thead><tr><th scope="col">Entry</th><th scope="col">Kind</th><th scope="col">Domain</th><th scope="col">Planned</th><th scope="col">First plan</th><th scope="col">Reached</th><th scope="col">Standing</th><th scope="col">Confidence</th></tr></thead>
      <tbody>
        {rows.map(entry => (
          <tr key={entry.id}>
            <th scope="row">{entry.label}{entry.country === 'UK' && ' (UK)'}</th>
            <td>{kindNames[entry.kind]}</td>
            <td>{domainNames[entry.domain]}</td>
            <td>{windowWords(entry.planned, today)}</td>
            <td>{entry.movedDays === 0 ? '' : windowWords(entry.baseline, today)}</td>
            <td>{entry.reachedOn === 'not-reached' ? '' : `${formatDay(entry.reachedOn, today)}, ${entry.reachedByName}`}</td>
            <td>{standingWords(entry.standing).long}{entry.statusReason !== 'none' && `: ${entry.statusReason}`}{entry.note !== 'none' && <><br />{entry.note}</>}</td>
            <td>{entry.confidence === 'stated-in-source' ? 'Stated in source' : 'Unverified'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Revisions({ paper }: { readonly paper: ChartPaper }) {
  return (
    <>
      <h2>Expected discharge dates</h2>
      <table>
        <thead><tr><th scope="col">Date</th><th scope="col">Reason</th><th scope="col">By</th><th scope="col">When</th></tr></thead>
        <tbody>{paper.recovery.axis.eddRevisions.map(revision => <tr key={revision.id}><th scope="row">{dayWords(revision.edd)}</th><td>{revision.reason === 'first' ? 'First date' : reasonNames[revision.reason]}{revision.note !== 'none' && `: ${revision.note}`}</td><td>{revision.byName}</td><td><Moment at={revision.at} format="full" /></td></tr>)}</tbody>
      </table>
    </>
  )
}

function Replans({ paper }: { readonly paper: ChartPaper }) {
  const labels = new Map(paper.recovery.entries.map(({ id, label }) => [id, label]))
  return (
    <>
      <h2>Re-plans</h2>
      <table>
        <thead><tr><th scope="col">What</th><th scope="col">Days</th><th scope="col">Reason</th><th scope="col">By</th><th scope="col">When</th></tr></thead>
        <tbody>
          {paper.recovery.replans.map(({ id, entryIds, days, reason, note, byName, at, undone }) => (
            <tr key={id}><th scope="row">{entryIds.length === 1 ? entryIds.map(one => labels.get(one) ?? '').join('') : `${entryIds.length} rows`}{undone && ' (undone)'}</th><td>{days > 0 ? `+${days}` : days}</td><td>{reason === 'none' ? 'On the day of placement' : reasonNames[reason]}{note !== 'none' && `: ${note}`}</td><td>{byName}</td><td><Moment at={at} format="full" /></td></tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const dayWords = (day: PlainDate | 'unknown'): string => (day === 'unknown' ? 'Not known' : formatDay(day))
