import { Button } from '@fluentui/react-components'
import type { DuplicateCandidate } from '#shared/contract/patients.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { PatientFields } from '#shared/model/patient.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { CompareRecords } from './compare-records.tsx'
import { comparedFields, comparedGlance, whyAlike } from './duplicate-words.ts'
import s from './patients.module.css'

interface DuplicateCheckDialogProps {
  readonly typed: PatientFields
  readonly candidates: readonly DuplicateCandidate[]
  /** What a person may do instead of saving a second record. */
  readonly onUse: (patientId: PatientId) => void
  readonly onKeepApart: () => void
  readonly onClose: () => void
}

/** Before a record is saved: who looks the same, side by side. */
export function DuplicateCheckDialog({ typed, candidates, onUse, onKeepApart, onClose }: DuplicateCheckDialogProps) {
  return (
    <Dialog open onClose={onClose} title="Is this patient here already?" sub="Look at both. Nothing is saved until you decide." size="large"
      actions={<><Button size="small" onClick={onClose}>Back to the form</Button><Button size="small" appearance="primary" onClick={onKeepApart}>Two people: save as new</Button></>}>
      <div className={s['stack']}>
        {candidates.map(candidate => (
          <section key={candidate.other.patient.id} aria-label={`Compared with ${listName(candidate.other.patient)}`} className={s['stack']}>
            <p>{whyAlike(candidate.reasons)}</p>
            <CompareRecords leftTitle="Typed now" rightTitle="In the store" left={comparedFields(typed)} right={comparedGlance(candidate.other)} />
            <div><Button size="small" onClick={() => onUse(candidate.other.patient.id)}>Same person: open the stored record</Button></div>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
