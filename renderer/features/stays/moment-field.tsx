import { DateField } from '#renderer/ui/date-field.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import type { MomentEntry } from './moment-entry.ts'

interface MomentFieldProps {
  readonly label: string
  readonly value: MomentEntry
  readonly onChange: (value: MomentEntry) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean | undefined
}

/** A day and a time on the facility's wall, side by side. */
export function MomentField({ label, value, onChange, error, autoFocus }: MomentFieldProps) {
  const { today } = useFacility()
  return (
    <FieldRow columns="3fr 2fr">
      <DateField label={label} value={value.day} onChange={day => onChange({ ...value, day })} error={error} today={today} autoFocus={autoFocus} past />
      <TimeField label={`${label}, time`} value={value.time} onChange={time => onChange({ ...value, time })} hint="n, 702, 7:02p" />
    </FieldRow>
  )
}
