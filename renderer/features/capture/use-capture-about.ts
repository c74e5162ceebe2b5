import { useQuery } from '@tanstack/react-query'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'
import type { AboutChoice, CaptureAbout } from './capture-about.ts'

interface Opened {
  readonly patientId?: PatientId | undefined
  readonly caseId?: CaseId | undefined
}

export interface AboutNow {
  /** What the form is about now; `null` while nothing is chosen, and until the opened record's name is here. */
  readonly about: CaptureAbout | null
  /** The record it was opened about is on its way: the form stands and takes keys, it cannot be saved yet. */
  readonly isPending: boolean
  /** Opened about a record, so that writing comes first and whom it is about last. */
  readonly isGiven: boolean
}

/** What a capture is about: what was chosen in it, else the record of the screen it was opened from. */
export function useCaptureAbout({ patientId, caseId }: Opened, chosen: AboutChoice): AboutNow {
  const isGiven = patientId !== undefined || caseId !== undefined
  const opened = useQuery({
    queryKey: ['patients', 'capture-about', patientId ?? 'none', caseId ?? 'none'],
    queryFn: () => call('notes.about', { patientId: patientId ?? 'none', caseId: caseId ?? 'none' }),
    enabled: isGiven,
  })
  if (chosen !== 'as-opened') return { about: chosen, isPending: false, isGiven }
  const found = opened.data
  const about = found?.found === 'yes' ? { patientId: found.patientId, caseId: found.caseId, label: found.patientName } : null
  return { about, isPending: isGiven && opened.isPending, isGiven }
}
