import type { EntryView } from '#shared/contract/recovery.ts'
import { Day } from '#renderer/ui/day.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { rowsOf } from './layout.ts'
import { domainNames, kindNames, windowWords } from './recovery-words.ts'
import { standingWords } from './standing-words.ts'
import s from './timeline.module.css'

/** The timeline as a table in order of time: the same facts for readers, for those who prefer words, and as what paper shows. */
export function TimelineTable({ entries, onOpen }: { readonly entries: readonly EntryView[]; readonly onOpen: (entry: EntryView) => void }) {
  const { today } = useFacility()
  const rows = rowsOf(entries, 'time', new Set()).flatMap(row => (row.kind === 'entry' ? [row.entry] : []))
  const columns: readonly Column<EntryView>[] = [
    { id: 'entry', header: 'Entry', width: 280, cell: entry => entry.label },
    { id: 'domain', header: 'Domain', width: 120, cell: entry => (entry.kind === 'milestone' ? domainNames[entry.domain] : `${domainNames[entry.domain]}, ${kindNames[entry.kind].toLowerCase()}`) },
    { id: 'planned', header: 'Planned', width: 130, cell: entry => <span className="num">{windowWords(entry.planned, today)}</span> },
    { id: 'baseline', header: 'First plan', width: 120, cell: entry => <span className="num">{entry.movedDays === 0 ? '' : windowWords(entry.baseline, today)}</span> },
    { id: 'reached', header: 'Reached', width: 110, cell: entry => (entry.reachedOn === 'not-reached' ? '' : <Day value={entry.reachedOn} />) },
    { id: 'standing', header: 'Standing', width: 210, cell: entry => <StandingTag entry={entry} /> },
    { id: 'source', header: 'Source', width: 240, cell: entry => `${entry.country === 'UK' ? 'UK · ' : ''}${entry.sourceTitle}${entry.confidence === 'unverified' ? ' (unverified)' : ''}` },
  ]
  return (
    <div className={s['table']} tabIndex={0} role="region" aria-label="Recovery as a table">
      <PlainTable ariaLabel="Recovery: planned and actual" columns={columns} rows={rows} rowId={entry => entry.id} onOpen={onOpen} compact />
    </div>
  )
}

function StandingTag({ entry }: { readonly entry: EntryView }) {
  const words = standingWords(entry.standing)
  return <StatusTag quiet tone={words.tone}>{words.long}</StatusTag>
}
