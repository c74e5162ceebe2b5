import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { Day } from '#renderer/ui/day.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { whatItHas, whyAlike } from './duplicate-words.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { patientQueries } from './patient-queries.ts'

type Pair = Output<'patients.duplicatePairs'>[number]

const mrn = ({ patient }: Pair['one']) => (patient.mrn === 'unknown' ? <Unknown /> : <Num>{patient.mrn}</Num>)

const columns: readonly Column<Pair>[] = [
  { id: 'one', header: 'Patient', width: 200, cell: ({ one }) => listName(one.patient) },
  { id: 'oneMrn', header: 'MRN', width: 100, cell: ({ one }) => mrn(one) },
  { id: 'oneHas', header: 'Has', width: 130, cell: ({ one }) => whatItHas(one) },
  { id: 'other', header: 'Looks like', width: 200, cell: ({ other }) => listName(other.patient) },
  { id: 'otherMrn', header: 'MRN', width: 100, cell: ({ other }) => mrn(other) },
  { id: 'otherHas', header: 'Has', width: 130, cell: ({ other }) => whatItHas(other) },
  { id: 'born', header: 'Born', width: 110, cell: ({ one }) => <Day value={one.patient.birthDate} format="numeric" /> },
  { id: 'why', header: 'Why', width: 220, cell: ({ reasons }) => whyAlike(reasons) },
]

const SHOWN = 200

/** Pairs of the whole caseload that look like one person and nobody has decided on; opened, they stand side by side, to be merged or kept apart. */
export function DuplicatesList() {
  const pairs = useQuery(patientQueries.pairs())
  const [open, setOpen] = useState<Pair | null>(null)
  return (
    <QueryView query={pairs}>
      {data => (
        <>
          <PlainTable ariaLabel="Likely duplicates" columns={columns} rows={data} rowId={({ one, other }) => `${one.patient.id} ${other.patient.id}`} onOpen={setOpen}
            emptyState={<EmptyState title="No likely duplicates">No two patients share an MRN, or name and birth date, without somebody having decided about them.</EmptyState>} />
          {data.length >= SHOWN && <p>The first {SHOWN} are shown; more follow when these are decided.</p>}
          {open !== null && <MergeDialog reasons={open.reasons} keep={open.one} other={open.other} onClose={() => setOpen(null)} />}
        </>
      )}
    </QueryView>
  )
}
