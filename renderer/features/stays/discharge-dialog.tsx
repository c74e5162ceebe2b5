import { useState } from 'react'
import { dispositionNames } from '#shared/domain/caseload/words.ts'
import { Disposition } from '#shared/model/stay.ts'
import type { CensusAbsence } from '#shared/model/import.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { entryOf, momentOf } from './moment-entry.ts'
import { MomentField } from './moment-field.tsx'
import s from './stays.module.css'

/** Ends the stay of somebody who left: when, and where to, if known. */
export function DischargeDialog({ absence, onClose }: { readonly absence: CensusAbsence; readonly onClose: () => void }) {
  const { zone } = useFacility()
  const toasts = useToasts()
  const [at, setAt] = useState(entryOf(absence.firstMissingAt, zone))
  const [disposition, setDisposition] = useState<string | null>('unknown')
  const [tried, setTried] = useState(false)
  const save = useCommand('imports.confirmAbsence', { errors: 'inline', onDone: () => { toasts.show({ tone: 'ok', title: 'Discharge recorded' }); onClose() } })
  const wrong = save.error?.code === 'validation' ? save.error.fields['at'] : undefined
  const moment = momentOf(at, zone)
  const submit = (): void => {
    setTried(true)
    const known = Disposition.safeParse(disposition)
    if (moment !== null) void save.run({ absenceId: absence.id, expectedStayVersion: absence.stayVersion, resolution: 'discharged', at: moment, disposition: known.success ? known.data : 'unknown' })
  }
  return (
    <Dialog open onClose={onClose} title="Record the discharge" sub={absence.name} size="small" busy={save.isRunning} onSubmit={submit} actions={<DialogButtons primary="Record the discharge" onCancel={onClose} busy={save.isRunning} />}>
      <div className={s['stack']}>
        {save.error !== null && wrong === undefined && <Banner tone="bad" title="Nothing was saved">{save.error.message}</Banner>}
        <MomentField label="Left on" value={at} onChange={setAt} error={wrong ?? (tried && moment === null ? 'Give a day and a time.' : undefined)} />
        <SelectField label="Where to" value={disposition} onChange={setDisposition} options={[{ value: 'unknown', label: 'Not known' }, ...[...Disposition.values].map(value => ({ value, label: dispositionNames[value] }))]} />
      </div>
    </Dialog>
  )
}
