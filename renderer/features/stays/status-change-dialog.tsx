import { useState } from 'react'
import { dispositionNames, stayStatusNames } from '#shared/domain/caseload/words.ts'
import { nextStatuses } from '#shared/domain/caseload/stay-order.ts'
import { Disposition, StayStatus, type Stay } from '#shared/model/stay.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { entryOf, momentOf } from './moment-entry.ts'
import { MomentField } from './moment-field.tsx'

interface StatusChangeDialogProps {
  readonly stay: Stay
  readonly onClose: () => void
  /** The patient died in this stay, as just recorded. */
  readonly onDied?: (() => void) | undefined
}

/** The next status of a stay, now unless another moment is typed. */
export function StatusChangeDialog({ stay, onClose, onDied }: StatusChangeDialogProps) {
  const { now, zone } = useFacility()
  const toasts = useToasts()
  const offered = nextStatuses(stay.status)
  const [status, setStatus] = useState<StayStatus | null>(offered[0] ?? null)
  const [opened] = useState(() => entryOf(now(), zone))
  const [at, setAt] = useState(opened)
  const [disposition, setDisposition] = useState<Disposition | null>(null)
  const [tried, setTried] = useState(false)
  const save = useCommand('stays.addStatusChange', {
    errors: 'inline',
    onDone: () => {
      toasts.show({ tone: 'ok', title: 'Status saved' })
      onClose()
      if (disposition === 'died' && status === 'discharged') onDied?.()
    },
  })
  const from = momentOf(at, zone)
  const submit = () => {
    setTried(true)
    if (status !== null && from !== null) void save.run({ stayId: stay.id, expectedVersion: stay.version, change: { status, from }, disposition: status === 'discharged' ? (disposition ?? 'unknown') : 'unknown' })
  }
  const said = save.error?.code === 'validation' ? Object.values(save.error.fields)[0] : undefined
  return (
    <Dialog open onClose={onClose} title="Change status" sub={`${stayStatusNames[stay.status]} by now`} size="small" dirty={at !== opened || disposition !== null} onSubmit={submit} busy={save.isRunning} actions={<DialogButtons primary="Save status" onCancel={onClose} busy={save.isRunning} />}>
      {save.error !== null && said === undefined && <Banner tone="bad" title="Nothing was saved">{save.error.message}</Banner>}
      <SelectField label="New status" value={status} autoFocus options={offered.map(value => ({ value, label: stayStatusNames[value] }))}
        onChange={value => { const chosen = StayStatus.safeParse(value); setStatus(chosen.success ? chosen.data : null) }} />
      <MomentField label="From" value={at} onChange={setAt} error={said ?? (tried && from === null ? 'Give a day and a time.' : undefined)} />
      {status === 'discharged' && (
        <SelectField label="Went to" value={disposition ?? 'unknown'} options={[{ value: 'unknown', label: 'Not known' }, ...[...Disposition.values].map(value => ({ value, label: dispositionNames[value] }))]}
          onChange={value => { const chosen = Disposition.safeParse(value); setDisposition(chosen.success ? chosen.data : null) }} />
      )}
    </Dialog>
  )
}
