import { useState } from 'react'
import type { ImportPreview, PreviewRow, RowChoice, RowState } from '#shared/model/import.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { Day } from '#renderer/ui/day.tsx'
import { FailedState } from '#renderer/ui/failed-state.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { useRowWindows } from '#renderer/ui/use-row-windows.ts'
import { importQueries } from './import-queries.ts'
import { stateTones, stateWords } from './import-words.ts'
import s from './imports.module.css'
import { RowDialog } from './row-dialog.tsx'

interface PreviewTableProps {
  readonly preview: ImportPreview
  readonly revision: number
  readonly states: readonly RowState[]
  readonly choices: ReadonlyMap<string, RowChoice>
  readonly onChoose: (choice: RowChoice) => void
}

/** Patient by patient: what would happen, opened with Enter. */
export function PreviewTable({ preview, revision, states, choices, onChoose }: PreviewTableProps) {
  const [active, setActive] = useState(0)
  const [opened, setOpened] = useState<PreviewRow | null>(null)
  const rows = useRowWindows<PreviewRow>({ queryFor: (offset, limit) => importQueries.rows(preview.previewId, revision, states, false, offset, limit) })
  if (rows.query.error !== null) return <FailedState title="The preview has ended" sentence="Choose the files again." />
  return (
    <>
      <DataTable ariaLabel="Patients and rows of the import" columns={preview.sheet === 'none' ? patientColumns(choices) : sheetColumns(choices)} total={rows.total} rowAt={rows.rowAt} rowId={row => row.key}
        onRangeChange={rows.onRangeChange} activeIndex={active} onActive={setActive} onOpen={setOpened} compact resetKey={JSON.stringify([revision, states])} busy={rows.isPending || rows.isStale} />
      {opened !== null && <RowDialog row={opened} choice={choices.get(opened.key) ?? null} onChoose={onChoose} onClose={() => setOpened(null)} />}
    </>
  )
}

function stateColumn(choices: PreviewTableProps['choices']): Column<PreviewRow> {
  return {
    id: 'state', header: 'What happens', width: 150, cell: row => choices.get(row.key)?.choice === 'leave-out'
      ? <StatusTag tone="mute" quiet>Left out</StatusTag>
      : <StatusTag tone={stateTones[row.state]} quiet>{stateWords[row.state]}</StatusTag>,
  }
}

const name: Column<PreviewRow> = { id: 'name', header: 'Patient', width: 210, pinned: true, cell: row => (row.name === '' ? <Unknown /> : <>{row.name}{row.died !== 'no' && <span className={s['died']}> died</span>}</>) }
const mrn: Column<PreviewRow> = { id: 'mrn', header: 'MRN', width: 110, cell: row => (row.mrn === 'unknown' ? <Unknown /> : <Num>{row.mrn}</Num>) }
const birth: Column<PreviewRow> = { id: 'birth', header: 'Born', width: 100, cell: row => <Day value={row.birthDate} format="numeric" /> }

const sheetColumns = (choices: PreviewTableProps['choices']): Column<PreviewRow>[] => [
  name, stateColumn(choices), mrn, birth,
  { id: 'place', header: 'Unit · bed', width: 150, cell: row => (row.location === 'unknown' ? <Unknown /> : row.location) },
  { id: 'status', header: 'Status', width: 110, cell: row => (row.status === 'unknown' ? <Unknown /> : row.status) },
  { id: 'what', header: 'Changes', width: 320, grow: 3, cell: row => changesInLine(row) },
  { id: 'row', header: 'Row', width: 70, cell: row => row.place.replace('row ', '') },
]

const patientColumns = (choices: PreviewTableProps['choices']): Column<PreviewRow>[] => [
  name, stateColumn(choices), birth,
  { id: 'what', header: 'Records', width: 380, grow: 3, cell: row => recordsInLine(row) },
  { id: 'left', header: 'Not used', width: 90, align: 'end', cell: row => <Num>{row.notUsed.reduce((sum, each) => sum + each.count, 0)}</Num> },
  { id: 'faults', header: 'Faults', width: 80, align: 'end', cell: row => (row.problems.length === 0 ? '' : <Num>{row.problems.length}</Num>) },
  { id: 'file', header: 'File', width: 170, grow: 2, cell: row => row.file },
]

function changesInLine(row: PreviewRow): string {
  if (row.problems[0] !== undefined) return row.problems[0].sentence.split(': ').slice(1).join(': ')
  const changes = row.changes.filter(change => !change.kept).map(change => `${change.field}: ${change.from === 'unknown' ? '' : `${change.from} `}→ ${change.to}`)
  const kept = row.changes.filter(change => change.kept).length
  return [...changes, ...(kept === 0 ? [] : [`${kept} kept as typed here`])].join(', ') || (row.newAdmit ? 'New admit' : '')
}

function recordsInLine(row: PreviewRow): string {
  const counts = row.counts.map(({ what, ...count }) => {
    const touched = count.new + count.changed
    return touched === 0 ? '' : `${what.toLowerCase()} ${touched}`
  }).filter(text => text !== '')
  const fields = row.changes.filter(change => !change.kept).length
  const text = [...counts, ...(fields === 0 ? [] : [`fields ${fields}`])].join(', ')
  return text === '' ? 'Nothing' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
