import { useQuery } from '@tanstack/react-query'
import type { CensusAbsence } from '#shared/model/import.ts'
import { AbsenceAnswer, absenceQueries } from '#renderer/features/stays/index.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import s from './imports.module.css'

const columns: Column<CensusAbsence>[] = [
  { id: 'name', header: 'Patient', width: 220, cell: row => row.name },
  { id: 'mrn', header: 'MRN', width: 120, cell: row => (row.mrn === 'unknown' ? <Unknown /> : <Num>{row.mrn}</Num>) },
  { id: 'place', header: 'Was in', width: 160, cell: row => ([row.unitName, row.bed].filter(part => part !== 'unknown').join(' · ') || <Unknown />) },
  { id: 'since', header: 'Missing since the census of', width: 190, cell: row => <Moment at={row.firstMissingAt} /> },
  { id: 'answer', header: 'Answer', width: 250, cell: row => <span className={s['buttons']}><AbsenceAnswer absence={row} /></span> },
]

/** Who the newest census no longer names: discharged, or still here? */
export function AbsencesTab() {
  const absences = useQuery(absenceQueries.all)
  return (
    <QueryView query={absences}>
      {data => <PlainTable ariaLabel="No longer on the census" columns={columns} rows={data.absences} rowId={row => row.id} emptyState={<EmptyState title="Nobody is missing">Everybody the workstation has in a bed was on the newest census, or has been answered for.</EmptyState>} />}
    </QueryView>
  )
}
