import { Button } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { CaseOfPatient } from '#shared/contract/cases.ts'
import { caseStatusNames, programNames } from '#shared/domain/caseload/words.ts'
import type { CaseStatus } from '#shared/model/case.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Day } from '#renderer/ui/day.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import type { Tone } from '#renderer/ui/tone.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { patientQueries } from './patient-queries.ts'

const tones: Readonly<Record<CaseStatus, Tone>> = { open: 'ok', 'on-hold': 'warn', closed: 'mute' }

const columns: readonly Column<CaseOfPatient>[] = [
  { id: 'reason', header: 'Reason', width: 220, cell: row => row.reason },
  { id: 'status', header: 'Status', width: 90, cell: row => <StatusTag tone={tones[row.status]} quiet>{caseStatusNames[row.status]}</StatusTag> },
  { id: 'program', header: 'Program', width: 130, cell: row => programNames[row.program] },
  { id: 'unit', header: 'Unit', width: 110, cell: row => (row.unitName === 'unknown' ? <Unknown /> : row.unitName) },
  { id: 'manager', header: 'Case manager', width: 140, cell: row => (row.caseManagerName === 'unassigned' ? 'Unassigned' : row.caseManagerName) },
  { id: 'opened', header: 'Opened', width: 110, cell: row => <Day value={row.openedOn} /> },
  { id: 'closed', header: 'Closed', width: 110, cell: row => <Day value={row.closedOn === 'open' ? null : row.closedOn} /> },
]

/** The cases of a patient; those not closed first. */
export function PatientCases({ patientId }: { readonly patientId: PatientId }) {
  const cases = useQuery(patientQueries.cases(patientId))
  const may = useMay('cases.write')
  const go = useRoute(state => state.go)
  const open = () => go({ screen: 'case-open', patientId })
  return (
    <Panel title="Cases" pad={false} actions={may && <Button size="small" icon={<Add16Regular />} onClick={open}>Open case</Button>}>
      <QueryView query={cases} isEmpty={rows => rows.length === 0} empty={<EmptyState title="No case yet">Open a case to plan and follow the recovery.</EmptyState>}>
        {rows => <PlainTable ariaLabel="Cases" compact columns={[...columns]} rows={rows} rowId={row => row.caseId} onOpen={row => go({ screen: 'case', caseId: row.caseId })} />}
      </QueryView>
    </Panel>
  )
}
