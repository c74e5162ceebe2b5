import { ComboField } from '#renderer/ui/combo-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { searchZones, zoneOption } from './zones.ts'
import type { SetUpValues } from './set-up-form.ts'

interface Props {
  readonly values: SetUpValues
  readonly onChange: (values: SetUpValues) => void
  readonly problems: Readonly<Record<string, string>>
}

/** Name and zone: "today" and every deadline follow the facility's wall clock, not the computer's. */
export function FacilityStep({ values, onChange, problems }: Props) {
  return (
    <>
      <TextField label="Name of the facility" required value={values.facilityName} onChange={facilityName => onChange({ ...values, facilityName })} error={problems['facilityName']} autoFocus />
      <ComboField
        label="Time zone"
        required
        hint="Days begin at midnight here. Type a city."
        value={zoneOption(values.zone)}
        search={searchZones}
        onChange={option => onChange({ ...values, zone: option?.id ?? values.zone })}
      />
    </>
  )
}
