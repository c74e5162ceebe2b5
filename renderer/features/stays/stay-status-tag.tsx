import { stayStatusNames } from '#shared/domain/caseload/words.ts'
import type { StayStatus } from '#shared/model/stay.ts'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Tone } from '#renderer/ui/tone.ts'

const tones: Readonly<Record<StayStatus, Tone>> = {
  planned: 'mute', emergency: 'warn', observation: 'warn', inpatient: 'info', outpatient: 'info', 'in-care': 'info', discharged: 'mute', cancelled: 'mute',
}

export function StayStatusTag({ status, quiet }: { readonly status: StayStatus; readonly quiet?: boolean | undefined }) {
  return <StatusTag tone={tones[status]} quiet={quiet}>{stayStatusNames[status]}</StatusTag>
}
