import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { CensusAbsence } from '#shared/model/import.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { DischargeDialog } from './discharge-dialog.tsx'

/** The two answers about somebody the census no longer names, for whoever may give them. */
export function AbsenceAnswer({ absence }: { readonly absence: CensusAbsence }) {
  const mayAnswer = useMay('stays.write')
  const toasts = useToasts()
  const [discharging, setDischarging] = useState(false)
  const stay = useCommand('imports.confirmAbsence', { onDone: () => toasts.show({ tone: 'ok', title: 'Noted: still here' }) })
  if (!mayAnswer) return null
  return (
    <>
      <Button size="small" aria-label={`Discharged: ${absence.name}`} onClick={() => setDischarging(true)}>Discharged…</Button>
      <Button size="small" aria-label={`Still here: ${absence.name}`} disabled={stay.isRunning} onClick={() => void stay.run({ absenceId: absence.id, expectedStayVersion: absence.stayVersion, resolution: 'still-here' })}>Still here</Button>
      {discharging && <DischargeDialog absence={absence} onClose={() => setDischarging(false)} />}
    </>
  )
}
