import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { PatientAtAGlance, TakenField } from '#shared/contract/patients.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import type { DuplicateReason } from '#shared/model/duplicate.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { CompareRecords } from './compare-records.tsx'
import { comparedGlance, whyAlike } from './duplicate-words.ts'
import s from './patients.module.css'

interface MergeDialogProps {
  readonly reasons: readonly DuplicateReason[]
  readonly keep: PatientAtAGlance
  readonly other: PatientAtAGlance
  readonly onClose: () => void
}

/** Two records side by side: merge the right into the left (or, swapped, the other way round), or keep them apart. */
export function MergeDialog({ reasons, keep: left, other: right, onClose }: MergeDialogProps) {
  const [taken, setTaken] = useState<readonly TakenField[]>([])
  const [swapped, setSwapped] = useState(false)
  const [keep, other] = swapped ? [right, left] : [left, right]
  const toasts = useToasts()
  const undo = useCommand('patients.undoMerge')
  const merge = useCommand('patients.merge', {
    onDone: ({ mergeId }) => {
      toasts.undo('The two records are one', () => void undo.run({ mergeId }))
      onClose()
    },
  })
  const apart = useCommand('patients.keepApart', { onDone: () => { toasts.show({ tone: 'ok', title: 'Kept as two people' }); onClose() } })
  const busy = merge.isRunning || apart.isRunning
  const run = () => merge.run({ keepPatientId: keep.patient.id, keepVersion: keep.patient.version, mergePatientId: other.patient.id, mergeVersion: other.patient.version, take: [...taken] })
  return (
    <Dialog open onClose={onClose} title="The same person?" sub={whyAlike(reasons)} size="large" busy={busy}
      actions={
        <>
          <Button size="small" onClick={onClose}>Decide later</Button>
          <Button size="small" disabled={busy} onClick={() => { setSwapped(!swapped); setTaken([]) }}>Keep the other one</Button>
          <Button size="small" disabled={busy} onClick={() => void apart.run({ patientId: keep.patient.id, otherPatientId: other.patient.id })}>Keep apart</Button>
          <Button size="small" appearance="primary" disabled={busy} onClick={() => void run()}>Merge into this record</Button>
        </>
      }>
      <div className={s['stack']}>
        <CompareRecords leftTitle={`Keep: ${listName(keep.patient)}`} rightTitle={`Merge away: ${listName(other.patient)}`} left={comparedGlance(keep)} right={comparedGlance(other)}
          taking={{ taken, onTake: (field, take) => setTaken(take ? [...taken, field] : taken.filter(each => each !== field)) }} />
        <p className={s['small']}>Cases, stays, notes, tasks, contacts and facts move to the kept record; what it does not know is filled in. The merge can be taken back until the kept record is corrected.</p>
      </div>
    </Dialog>
  )
}
