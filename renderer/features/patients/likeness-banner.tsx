import { Button } from '@fluentui/react-components'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DuplicateCandidate, MergeRecord, PatientAtAGlance } from '#shared/contract/patients.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import type { Patient } from '#shared/model/patient.ts'
import { call } from '#renderer/api/client.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { ConfirmDialog } from '#renderer/ui/dialog.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { whyAlike } from './duplicate-words.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { patientQueries } from './patient-queries.ts'

const likenessQuery = ({ id, mrn, familyName, givenNames, birthDate }: Patient) =>
  queryOptions({ queryKey: [...patientQueries.all, 'alike', id, mrn, familyName, givenNames, birthDate], queryFn: () => call('patients.findDuplicates', { mrn, familyName, givenNames, birthDate, except: id }) })

/** Says that another record looks the same, and offers to look at both. */
export function LikenessBanner({ patient, caseCount, stayCount }: { readonly patient: Patient; readonly caseCount: number; readonly stayCount: number }) {
  const alike = useQuery(likenessQuery(patient))
  const [shown, setShown] = useState<DuplicateCandidate | null>(null)
  const first = alike.data?.[0]
  if (first === undefined) return null
  const keep: PatientAtAGlance = { patient, caseCount, stayCount, createdAt: first.other.createdAt }
  return (
    <>
      <Banner tone="warn" title="This may be a second record of the same person" action={<Button size="small" aria-label={`Compare with ${listName(first.other.patient)}`} onClick={() => setShown(first)}>Compare</Button>}>
        {listName(first.other.patient)}: {whyAlike(first.reasons)}
      </Banner>
      {shown !== null && <MergeDialog reasons={shown.reasons} keep={keep} other={shown.other} onClose={() => setShown(null)} />}
    </>
  )
}

/** Records that were merged into this one, with the way back while there is one. */
export function MergesNote({ merges }: { readonly merges: readonly MergeRecord[] }) {
  const [asking, setAsking] = useState<MergeRecord | null>(null)
  const undo = useCommand('patients.undoMerge', { onDone: () => setAsking(null) })
  return (
    <>
      {merges.map(merge => (
        <Banner key={merge.id} tone="info" title={`${merge.mergedName} was merged into this record`} action={merge.undoable ? <Button size="small" onClick={() => setAsking(merge)}>Take back…</Button> : undefined}>
          <Moment at={merge.at} format="full" />, {merge.byName}.
        </Banner>
      ))}
      {asking !== null && (
        <ConfirmDialog open title="Take the merge back?" confirmLabel="Take back" busy={undo.isRunning} onClose={() => setAsking(null)} onConfirm={() => void undo.run({ mergeId: asking.id })}>
          What came from {asking.mergedName} goes back to a record of its own. What was added since stays here.
        </ConfirmDialog>
      )}
    </>
  )
}
