import { AddCircle16Regular, Print16Regular } from '@fluentui/react-icons'
import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CaseRecovery, EntryView } from '#shared/contract/recovery.ts'
import type { CaseId } from '#shared/model/ids.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { EddField } from './edd-field.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { PlacePlan } from './place-plan.tsx'
import { PlansLine } from './plans-line.tsx'
import { ReplanDialog } from './replan-dialog.tsx'
import { recoveryQueries } from './recovery-queries.ts'
import { TimelineGrid, type TimelineGridHandle } from './timeline-grid.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { TimelineToolbar, type TimelineChoices } from './timeline-toolbar.tsx'
import s from './timeline.module.css'
import { useMarkReached } from './use-mark-reached.ts'
import { useOpened } from './use-opened.ts'

/** The recovery of a case: its plans, its expected discharge date, and everything on one axis. Fills its parent. */
export function RecoveryTimeline({ caseId }: { readonly caseId: CaseId }) {
  const recovery = useQuery(recoveryQueries.ofCase(caseId))
  return <QueryView query={recovery}>{data => <RecoveryPane recovery={data} />}</QueryView>
}

function RecoveryPane({ recovery }: { readonly recovery: CaseRecovery }) {
  const [choices, setChoices] = useState<TimelineChoices>({ grouping: 'domain', attention: false, table: false })
  const grid = useRef<TimelineGridHandle>(null)
  const reached = useMarkReached()
  const mayWrite = useMay('recovery.write')
  const { caseId } = recovery
  const [opened, setOpened] = useOpened(caseId)
  const entries = choices.attention ? recovery.entries.filter(needsAttention) : recovery.entries
  const entry = opened !== null && 'entryId' in opened ? recovery.entries.find(({ id }) => id === opened.entryId) : undefined
  const close = () => {
    setOpened(null)
    // A dialog that a key opened has no button to return to: the row it was about gets the focus back.
    setTimeout(() => grid.current?.focus(), 0)
  }
  const open = (one: EntryView) => setOpened({ form: 'entry', entryId: one.id })
  return (
    <div className={s['pane']}>
      <div className={s['head']}>
        <EddField caseId={caseId} />
        <PlansLine recovery={recovery} />
        <RecoveryActions caseId={caseId} placed={recovery.timelines.length > 0} mayWrite={mayWrite} onAdd={() => setOpened({ form: 'add-plan' })} />
      </div>
      {recovery.entries.length === 0 ? <div className={s['center']}>{mayWrite ? <PlacePlan caseId={caseId} /> : <EmptyState title="No recovery plan yet">A case manager places one.</EmptyState>}</div> : (
        <>
          <TimelineToolbar choices={choices} onChoices={setChoices} grid={() => grid.current} />
          {entries.length === 0 ? <EmptyState title="Nothing needs attention">No entry is due, late or missed. Switch “Needs attention” off to see the whole plan.</EmptyState>
            : choices.table ? <TimelineTable entries={entries} onOpen={open} />
              : <TimelineGrid ref={grid} recovery={recovery} entries={entries} grouping={choices.grouping} mayWrite={mayWrite} onOpen={open} onReached={reached} onMove={(one, days) => setOpened({ form: 'replan', entryId: one.id, days })} />}
          <Keys table={choices.table} status={recovery.templateStatus} />
        </>
      )}
      {opened?.form === 'entry' && entry !== undefined && (
        <EntryDialog
          key={`${entry.id}-${entry.version}`} entry={entry} timeline={recovery.timelines.find(({ id }) => id === entry.timelineId)} mayWrite={mayWrite} onClose={close}
          onReplan={() => setOpened({ form: 'replan', entryId: entry.id, days: 0 })}
        />
      )}
      {opened?.form === 'replan' && entry !== undefined && <ReplanDialog key={`${entry.id}-${entry.version}`} entry={entry} recovery={recovery} startDays={opened.days} onClose={close} />}
      {opened?.form === 'add-plan' && <Dialog open size="large" title="Add a plan" sub="Rows that are on the case already are not placed twice." onClose={close}><PlacePlan caseId={caseId} onPlaced={close} /></Dialog>}
    </div>
  )
}

function RecoveryActions({ caseId, placed, mayWrite, onAdd }: { readonly caseId: CaseId; readonly placed: boolean; readonly mayWrite: boolean; readonly onAdd: () => void }) {
  const go = useRoute(state => state.go)
  const mayPrint = useMay('records.print')
  const items = [
    { id: 'chart', label: 'Timeline for the chart', run: () => go({ screen: 'print-timeline', caseId, paper: 'chart' }) },
    { id: 'patient', label: 'My recovery plan, for the patient', run: () => go({ screen: 'print-timeline', caseId, paper: 'patient' }) },
  ]
  return (
    <div className={s['headEnd']}>
      {mayWrite && placed && <Button size="small" appearance="subtle" icon={<AddCircle16Regular />} onClick={onAdd}>Add a plan</Button>}
      {mayPrint && placed && <MenuButton label="Print" icon={<Print16Regular />} items={items} />}
    </div>
  )
}

/** What a nurse looks for first: due, late, missed, and periods in force. */
function needsAttention({ standing }: EntryView): boolean {
  return ['due', 'late', 'missed', 'past-reference', 'in-force'].includes(standing.kind)
}

function Keys({ table, status }: { readonly table: boolean; readonly status: string }) {
  return (
    <div className={s['foot']}>
      {!table && <span><kbd>R</kbd> reached today · <kbd>Enter</kbd> details · <kbd>Alt ← →</kbd> re-plan by a day · <kbd>Shift ← →</kbd> pan · <kbd>+ − 0</kbd> zoom</span>}
      <span title={status}>Draft, not signed off by a clinician</span>
    </div>
  )
}
