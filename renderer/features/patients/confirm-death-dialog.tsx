import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import { formatDay } from '#shared/kernel/plain-date.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { Vital } from '#shared/model/patient.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { DateField, type DateEntry } from '#renderer/ui/date-field.tsx'
import { ConfirmDialog, Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'

interface DeathProps {
  readonly patientId: PatientId
  readonly version: number
  readonly vital: Vital
  readonly onClose: () => void
}

/** One confirmation stops outreach, prints and reminders. */
export function ConfirmDeathDialog({ patientId, version, vital, onClose }: DeathProps) {
  const { today } = useFacility()
  const toasts = useToasts()
  const [on, setOn] = useState<DateEntry>(vital.state === 'died' ? vital.on : today)
  const save = useCommand('patients.confirmDeath', { errors: 'inline', onDone: () => { toasts.show({ tone: 'ok', title: 'Death confirmed', body: 'Outreach, prints and reminders have stopped.' }); onClose() } })
  const said = save.error?.code === 'validation' ? save.error.fields['on'] : undefined
  const submit = () => { if (on !== 'invalid') void save.run({ patientId, expectedVersion: version, on: on ?? 'unknown' }) }
  return (
    <Dialog open onClose={onClose} title="Confirm the death" size="small" onSubmit={submit} busy={save.isRunning} actions={<DialogButtons primary="Confirm the death" danger onCancel={onClose} busy={save.isRunning} />}>
      {save.error !== null && said === undefined && <Banner tone="bad" title="Nothing was saved">{save.error.message}</Banner>}
      <p>Outreach, prints for the patient and reminders stop for every case of this patient. It can be withdrawn if it was recorded in error.</p>
      <DateField label="Day of death" value={on} onChange={setOn} allowUnknown past max={today} error={said ?? (on === 'invalid' ? 'This is not a day of the calendar.' : undefined)} autoFocus />
    </Dialog>
  )
}

/** Says that the patient died: as reported and waiting for a person, or as confirmed. */
export function DeathBanner({ patientId, version, vital, confirmedBy, mayWrite }: Omit<DeathProps, 'onClose'> & { readonly confirmedBy: string; readonly mayWrite: boolean }) {
  const [confirming, setConfirming] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const withdraw = useCommand('patients.withdrawDeath', { onDone: () => setWithdrawing(false) })
  if (vital.state !== 'died') return null
  const on = vital.on === 'unknown' ? 'on a day not known' : `on ${formatDay(vital.on)}`
  const take = <Button size="small" onClick={() => setWithdrawing(true)}>Recorded in error…</Button>
  return (
    <>
      {vital.confirmed
        ? <Banner tone="info" title={`Died ${on}`} action={mayWrite ? take : undefined}>{confirmedBy === 'nobody' ? 'Confirmed.' : `Confirmed by ${confirmedBy}.`} Outreach, prints and reminders have stopped.</Banner>
        : <Banner tone="bad" title={`A death ${on} was reported`} action={mayWrite ? <><Button size="small" onClick={() => setConfirming(true)}>Confirm…</Button>{take}</> : undefined}>Nobody has confirmed it yet. Until then reminders go on.</Banner>}
      {withdrawing && (
        <ConfirmDialog open danger title="Take the death back?" confirmLabel="It was recorded in error" busy={withdraw.isRunning} onClose={() => setWithdrawing(false)} onConfirm={() => void withdraw.run({ patientId, expectedVersion: version, state: 'unknown' })}>
          {vital.confirmed ? 'Outreach, prints and reminders for this patient start again at once; the family may be called.' : 'The report of the death goes; whether the patient is alive is then not known.'} It stays in the history.
        </ConfirmDialog>
      )}
      {confirming && <ConfirmDeathDialog patientId={patientId} version={version} vital={vital} onClose={() => setConfirming(false)} />}
    </>
  )
}
