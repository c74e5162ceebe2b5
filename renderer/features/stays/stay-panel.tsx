import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { StayView } from '#shared/contract/stays.ts'
import { nextStatuses } from '#shared/domain/caseload/stay-order.ts'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { ChooseStay } from './choose-stay.tsx'
import { StatusChangeDialog } from './status-change-dialog.tsx'
import { StayDetails } from './stay-details.tsx'
import { UnitMoveDialog } from './unit-move-dialog.tsx'
import s from './stays.module.css'

interface StayPanelProps {
  readonly patientId: PatientId
  readonly caseId: CaseId
  readonly view: StayView | 'none'
  readonly onDied: () => void
}

/** The stay a case is counted from, with the next status, the next bed and the correction one key away. */
export function StayPanel({ patientId, caseId, view, onDied }: StayPanelProps) {
  const [open, setOpen] = useState<'status' | 'move' | null>(null)
  const may = useMay('stays.write')
  const go = useRoute(state => state.go)
  const close = () => setOpen(null)
  if (view === 'none') {
    const record = <span className={s['choices']}><ChooseStay patientId={patientId} caseId={caseId} /><Button size="small" onClick={() => go({ screen: 'stay-edit', patientId, caseId })}>Record stay</Button></span>
    return <Panel title="Stay" fill><EmptyState title="No stay belongs to this case" action={may ? record : undefined}>Length of stay and observation hours are counted once a stay is recorded.</EmptyState></Panel>
  }
  const { stay } = view
  const actions = may && (
    <>
      {stay.endedAt !== 'ongoing' && <ChooseStay patientId={patientId} caseId={caseId} />}
      {nextStatuses(stay.status).length > 0 && <Button size="small" onClick={() => setOpen('status')}>Change status</Button>}
      {stay.endedAt === 'ongoing' && <Button size="small" onClick={() => setOpen('move')}>Move</Button>}
      <Button size="small" appearance="subtle" aria-label="Correct the stay" onClick={() => go({ screen: 'stay-edit', patientId, caseId, stayId: stay.id })}>Correct</Button>
    </>
  )
  return (
    <Panel title="Stay" actions={actions} fill keyboardScroll>
      <StayDetails view={view} columns={2} />
      {open === 'status' && <StatusChangeDialog stay={stay} onClose={close} onDied={onDied} />}
      {open === 'move' && <UnitMoveDialog stay={stay} onClose={close} />}
    </Panel>
  )
}
