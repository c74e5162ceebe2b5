import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CensusAbsence } from '#shared/model/import.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { DischargeDialog } from './discharge-dialog.tsx'
import { importQueries } from './import-queries.ts'
import s from './imports.module.css'

/** Who the newest census no longer names: discharged, or still here? */
export function AbsencesTab() {
  const absences = useQuery(importQueries.absences)
  const mayAnswer = useMay('stays.write')
  const toasts = useToasts()
  const [discharging, setDischarging] = useState<CensusAbsence | null>(null)
  const stay = useCommand('imports.confirmAbsence', { onDone: () => toasts.show({ tone: 'ok', title: 'Noted: still here' }) })
  const stillHere = ({ id, stayVersion }: CensusAbsence): void => void stay.run({ absenceId: id, expectedStayVersion: stayVersion, resolution: 'still-here' })
  const columns: Column<CensusAbsence>[] = [
    { id: 'name', header: 'Patient', width: 220, cell: row => row.name },
    { id: 'mrn', header: 'MRN', width: 120, cell: row => (row.mrn === 'unknown' ? <Unknown /> : <Num>{row.mrn}</Num>) },
    { id: 'place', header: 'Was in', width: 160, cell: row => ([row.unitName, row.bed].filter(part => part !== 'unknown').join(' · ') || <Unknown />) },
    { id: 'since', header: 'Missing since the census of', width: 190, cell: row => <Moment at={row.firstMissingAt} /> },
    {
      id: 'answer', header: 'Answer', width: 250, cell: row => mayAnswer && (
        <span className={s['buttons']}>
          <Button size="small" aria-label={`Discharged: ${row.name}`} onClick={() => setDischarging(row)}>Discharged…</Button>
          <Button size="small" aria-label={`Still here: ${row.name}`} disabled={stay.isRunning} onClick={() => stillHere(row)}>Still here</Button>
        </span>
      ),
    },
  ]
  return (
    <QueryView query={absences}>
      {data => (
        <>
          <PlainTable ariaLabel="No longer on the census" columns={columns} rows={data.absences} rowId={row => row.id} emptyState={<EmptyState title="Nobody is missing">Everybody the workstation has in a bed was on the newest census, or has been answered for.</EmptyState>} />
          {discharging !== null && <DischargeDialog absence={discharging} onClose={() => setDischarging(null)} />}
        </>
      )}
    </QueryView>
  )
}
