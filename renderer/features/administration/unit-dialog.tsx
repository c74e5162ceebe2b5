import { useState } from 'react'
import type { Unit } from '#shared/contract/facility.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import s from './administration.module.css'

const kinds = [{ value: 'inpatient', label: 'Inpatient unit' }, { value: 'clinic', label: 'Clinic' }]

/** Names a unit. */
export function UnitDialog({ unit, onClose }: { readonly unit: Unit | null; readonly onClose: () => void }) {
  const [name, setName] = useState(unit?.name ?? '')
  const [kind, setKind] = useState<Unit['kind']>(unit?.kind ?? 'inpatient')
  const add = useCommand('facility.addUnit', { errors: 'inline', onDone: onClose })
  const edit = useCommand('facility.editUnit', { errors: 'inline', onDone: onClose })
  const save = (): void => void (unit === null ? add.run({ name, kind }) : edit.run({ unitId: unit.unitId, expectedVersion: unit.version, name, kind }))
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      dirty={name !== (unit?.name ?? '') || kind !== (unit?.kind ?? 'inpatient')}
      title={unit === null ? 'Add a unit or clinic' : `Rename ${unit.name}`}
      onSubmit={save}
      actions={<DialogButtons primary="Save" onCancel={onClose} busy={add.isRunning || edit.isRunning} disabled={name.trim() === ''} />}
    >
      <div className={s['fields']}>
        <TextField label="Name" required value={name} onChange={setName} autoFocus />
        <SelectField label="Kind" value={kind} options={kinds} onChange={next => setKind(next === 'clinic' ? 'clinic' : 'inpatient')} />
        <FormMessage error={add.error ?? edit.error} />
      </div>
    </Dialog>
  )
}
