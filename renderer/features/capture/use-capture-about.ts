import { useQuery } from '@tanstack/react-query'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'
import type { CaptureAbout } from './capture-about.ts'

interface Opened {
  readonly patientId?: PatientId | undefined
  readonly caseId?: CaseId | undefined
}

/** What the capture was opened about: the record of the screen it was opened from, `null` from a list, `pending` until its name is here. */
export function useCaptureAbout({ patientId, caseId }: Opened): CaptureAbout | null | 'pending' {
  const about = useQuery({
    queryKey: ['patients', 'capture-about', patientId ?? 'none', caseId ?? 'none'],
    queryFn: () => call('notes.about', { patientId: patientId ?? 'none', caseId: caseId ?? 'none' }),
    enabled: patientId !== undefined || caseId !== undefined,
  })
  if (patientId === undefined && caseId === undefined) return null
  if (about.data === undefined) return about.isError ? null : 'pending'
  return about.data.found === 'yes' ? { patientId: about.data.patientId, caseId: about.data.caseId, label: about.data.patientName } : null
}
