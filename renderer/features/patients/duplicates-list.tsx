import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { MergeDialog, patientQueries } from '#renderer/features/patients/index.ts'
import { Day } from '#renderer/ui/day.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { plural } from './import-words.ts'

type Pair = Output<'patients.duplicatePairs'>[number]

const why: Readonly<Record<Pair['reasons'][number], string>> = { 'same-mrn': 'Same MRN', 'same-name-and-birth-date': 'Same name and birth date' }
const glance = ({ caseCount, stayCount }: Pair['one']): string => `${plural(caseCount, 'case')}, ${plural(stayCount, 'stay')}`

const columns: Column<Pair>[] = [
  { id: 'one', header: 'Patient', width: 240, cell: ({ one }) => listName(one.patient) },
  { id: 'oneHas', header: 'Has', width: 150, cell: ({ one }) => glance(one) },
  { id: 'other', header: 'Looks like', width: 240, cell: ({ other }) => listName(other.patient) },
  { id: 'otherHas', header: 'Has', width: 150, cell: ({ other }) => glance(other) },
  { id: 'born', header: 'Born', width: 120, cell: ({ one }) => <Day value={one.patient.birthDate} format="numeric" /> },
  { id: 'why', header: 'Why', width: 240, cell: ({ reasons }) => reasons.map(reason => why[reason]).join(', ') },
]

/** Pairs that look like one person; opened, they stand side by side, to be merged or kept apart. */
export function DuplicatesTab() {
  const pairs = useQuery(patientQueries.pairs())
  const [open, setOpen] = useState<Pair | null>(null)
  return (
    <QueryView query={pairs}>
      {data => (
        <>
          <PlainTable ariaLabel="Likely duplicates" columns={columns} rows={data} rowId={({ one, other }) => `${one.patient.id} ${other.patient.id}`} onOpen={setOpen}
            emptyState={<EmptyState title="No likely duplicates">No two patients share an MRN, or name and birth date, without somebody having decided about them.</EmptyState>} />
          {open !== null && <MergeDialog reasons={open.reasons} keep={open.one} other={open.other} onClose={() => setOpen(null)} />}
        </>
      )}
    </QueryView>
  )
}
