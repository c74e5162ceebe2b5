import { useQuery } from '@tanstack/react-query'
import type { ImportRun } from '#shared/model/import.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { importQueries } from './import-queries.ts'
import { kindWords } from './import-words.ts'

const figure = (id: 'patients' | 'resources' | 'imported' | 'notUsed', header: string): Column<ImportRun> => ({ id, header, width: 110, align: 'end', cell: row => <Num>{row[id].toLocaleString('en-US')}</Num> })

const columns: Column<ImportRun>[] = [
  { id: 'at', header: 'When', width: 170, cell: row => <Moment at={row.at} /> },
  { id: 'kind', header: 'What', width: 110, cell: row => kindWords[row.kind] },
  { id: 'asOf', header: 'Census as of', width: 170, cell: row => <Moment at={row.asOf === 'none' ? null : row.asOf} /> },
  { id: 'by', header: 'By', width: 190, cell: row => row.by },
  figure('patients', 'Patients'), figure('resources', 'Entries, rows'), figure('imported', 'Imported'), figure('notUsed', 'Not used'),
  { id: 'end', header: '', width: 110, cell: row => (row.cancelled ? <StatusTag tone="warn" quiet>Cancelled</StatusTag> : '') },
]

/** Imports of this workstation, newest first. Names of files are not kept: they carry names of people. */
export function HistoryTab() {
  const history = useQuery(importQueries.history)
  return (
    <QueryView query={history}>
      {data => <PlainTable ariaLabel="Imports so far" columns={columns} rows={data.runs} rowId={row => row.id} emptyState={<EmptyState title="Nothing was imported yet">Each import is listed here with its figures.</EmptyState>} />}
    </QueryView>
  )
}
