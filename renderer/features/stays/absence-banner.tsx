import { useQuery } from '@tanstack/react-query'
import type { PatientId } from '#shared/model/ids.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { AbsenceAnswer } from './absence-answer.tsx'
import { absenceQueries } from './absence-queries.ts'

/** Says that the newest census no longer names the patient, with the two answers beside it. Nothing while the census names the patient. */
export function AbsenceBanner({ patientId }: { readonly patientId: PatientId }) {
  const absences = useQuery(absenceQueries.of(patientId))
  return absences.data?.absences.map(absence => (
    <Banner key={absence.id} tone="warn" title="No longer on the census" action={<AbsenceAnswer absence={absence} />}>
      Missing since the census of <Moment at={absence.firstMissingAt} />. Discharged, or still here? Nothing was closed.
    </Banner>
  ))
}
