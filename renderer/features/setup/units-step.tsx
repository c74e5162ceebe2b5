import { Button } from '@fluentui/react-components'
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { NewUnit } from './set-up-form.ts'
import s from './setup.module.css'

interface Props {
  readonly units: readonly NewUnit[]
  readonly onChange: (units: readonly NewUnit[]) => void
  readonly problem: string | undefined
}

export const unitKinds = [{ value: 'inpatient', label: 'Inpatient unit' }, { value: 'clinic', label: 'Clinic' }]

/** Where patients are. Lists, rounds and "my unit" follow these; they can be renamed at any time. */
export function UnitsStep({ units, onChange, problem }: Props) {
  const change = (at: number, unit: NewUnit): void => onChange(units.map((each, i) => (i === at ? unit : each)))
  return (
    <>
      <p className={s['hint']}>Units and clinics whose patients are managed on this workstation. You can add, rename and remove them later.</p>
      {units.map((unit, i) => (
        <div key={i} className={s['unit']}>
          <TextField label={`Name of unit ${i + 1}`} labelHidden={i > 0} value={unit.name} onChange={name => change(i, { ...unit, name })} error={i === 0 ? problem : undefined} autoFocus={i === units.length - 1} placeholder={i === 0 ? 'For example 5 North' : ''} />
          <SelectField label={`Kind of unit ${i + 1}`} labelHidden={i > 0} value={unit.kind} options={unitKinds} onChange={kind => change(i, { ...unit, kind: kind === 'clinic' ? 'clinic' : 'inpatient' })} />
          <IconButton label={`Remove unit ${i + 1}`} icon={<Delete16Regular />} disabled={units.length === 1} onClick={() => onChange(units.filter((_, at) => at !== i))} />
        </div>
      ))}
      <div>
        <Button size="small" type="button" icon={<Add16Regular />} onClick={() => onChange([...units, { name: '', kind: 'inpatient' }])}>Add another</Button>
      </div>
    </>
  )
}
