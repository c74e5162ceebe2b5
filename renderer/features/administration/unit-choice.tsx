import type { Unit } from '#shared/contract/facility.ts'
import type { UnitId } from '#shared/model/ids.ts'
import { CheckField } from '#renderer/ui/choice-fields.tsx'
import s from './administration.module.css'

interface Props {
  readonly units: readonly Unit[]
  readonly value: readonly UnitId[]
  readonly onChange: (unitIds: UnitId[]) => void
}

/** The units a person works on: what "my unit" shows. */
export function UnitChoice({ units, value, onChange }: Props) {
  return (
    <fieldset className={s['units']}>
      <legend>Units and clinics</legend>
      {units.filter(unit => !unit.removed).map(({ unitId, name }) => (
        <CheckField key={unitId} label={name} value={value.includes(unitId)} onChange={on => onChange(on ? [...value, unitId] : value.filter(id => id !== unitId))} />
      ))}
    </fieldset>
  )
}
