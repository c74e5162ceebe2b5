import { Button } from '@fluentui/react-components'
import type { FieldChange, KindCount, NotUsed, PreviewRow, RowChoice } from '#shared/model/import.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Day } from '#renderer/ui/day.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { stateTones, stateWords } from './import-words.ts'
import s from './imports.module.css'

interface RowDialogProps {
  readonly row: PreviewRow
  readonly choice: RowChoice | null
  readonly onChoose: (choice: RowChoice) => void
  readonly onClose: () => void
}

const or = (text: string) => (text === 'unknown' ? <Unknown /> : text)

const changeColumns: Column<FieldChange>[] = [
  { id: 'field', header: 'Field', width: 120, cell: change => change.field },
  { id: 'from', header: 'Here now', width: 200, cell: change => or(change.from) },
  { id: 'to', header: 'In the file', width: 200, cell: change => or(change.to) },
  { id: 'kept', header: '', width: 130, cell: change => (change.kept ? <StatusTag tone="mute" quiet>Typed here: kept</StatusTag> : <StatusTag tone="warn" quiet>Changes</StatusTag>) },
]
const count = (id: 'new' | 'changed' | 'same', header: string): Column<KindCount> => ({ id, header, width: 90, align: 'end', cell: row => <Num>{row[id]}</Num> })
const countColumns: Column<KindCount>[] = [{ id: 'what', header: 'Records', width: 180, cell: row => row.what }, count('new', 'New'), count('changed', 'Changed'), count('same', 'No change')]
const leftColumns: Column<NotUsed>[] = [
  { id: 'count', header: 'Not used', width: 80, align: 'end', cell: row => <Num>{row.count}</Num> },
  { id: 'what', header: 'What', width: 160, cell: row => row.what },
  { id: 'reason', header: 'Why', width: 400, cell: row => <span className={s['wrap']}>{row.reason}</span> },
]

/** Everything about one patient of the import: what changes, what is left out and why. */
export function RowDialog({ row, choice, onChoose, onClose }: RowDialogProps) {
  const isLeftOut = choice?.choice === 'leave-out'
  const canLeave = row.state !== 'gone' && row.state !== 'not-understood'
  return (
    <Dialog open onClose={onClose} title={row.name === '' ? row.place : row.name} sub={`${row.file}, ${row.place}`} size="large" actions={
      <>
        {canLeave && <Button size="small" onClick={() => { onChoose({ key: row.key, choice: isLeftOut ? 'import' : 'leave-out' }); onClose() }}>{isLeftOut ? 'Import after all' : 'Leave out'}</Button>}
        <Button size="small" appearance="primary" onClick={onClose}>Close</Button>
      </>
    }>
      <div className={s['stack']}>
        <Facts columns={4} items={[
          { label: 'What happens', value: <StatusTag tone={isLeftOut ? 'mute' : stateTones[row.state]}>{isLeftOut ? 'Left out' : stateWords[row.state]}</StatusTag> },
          { label: 'MRN', value: row.mrn === 'unknown' ? <Unknown /> : <Num>{row.mrn}</Num> },
          { label: 'Born', value: <Day value={row.birthDate} format="full" /> },
          { label: 'Place', value: or(row.location) },
        ]} />
        {row.died !== 'no' && <Banner tone="warn" title="The file says this patient died">{row.died === 'day-unknown' ? 'The day is not given.' : <Day value={row.died} format="full" />} It is shown on the patient and waits for one confirmation; then outreach, prints and reminders stop.</Banner>}
        {row.problems.map(problem => <Banner key={problem.sentence} tone="bad">{problem.sentence}</Banner>)}
        {row.changes.length > 0 && <PlainTable ariaLabel="Fields that differ" columns={changeColumns} rows={row.changes} rowId={change => change.field} compact />}
        {row.counts.length > 0 && <PlainTable ariaLabel="Records by kind" columns={countColumns} rows={row.counts} rowId={each => each.what} compact />}
        {row.notUsed.length > 0 && <PlainTable ariaLabel="Not used, with the reason" columns={leftColumns} rows={row.notUsed} rowId={each => `${each.what} ${each.reason}`} compact />}
        {row.state === 'gone' && <p>On the workstation, but no longer on the census. After the import a person says whether this patient was discharged or is still here.</p>}
      </div>
    </Dialog>
  )
}
