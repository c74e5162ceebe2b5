import { useState } from 'react'
import { UnitId } from '#shared/model/ids.ts'
import type { Stay } from '#shared/model/stay.ts'
import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { factOf } from '#renderer/ui/typed-text.ts'
import { entryOf, momentOf } from './moment-entry.ts'
import { MomentField } from './moment-field.tsx'
import { placeWords } from './stay-details.tsx'

/** Where the patient lies from a moment on, now unless another is typed. */
export function UnitMoveDialog({ stay, onClose }: { readonly stay: Stay; readonly onClose: () => void }) {
  const { now, zone } = useFacility()
  const { units } = useFacilityFacts()
  const toasts = useToasts()
  const lies = stay.unitMoves.at(-1)
  const [unitId, setUnitId] = useState<string>(lies?.unitId ?? 'unknown')
  const [room, setRoom] = useState('')
  const [bed, setBed] = useState('')
  const [opened] = useState(() => entryOf(now(), zone))
  const [at, setAt] = useState(opened)
  const [tried, setTried] = useState(false)
  const save = useCommand('stays.addUnitMove', { errors: 'inline', onDone: () => { toasts.show({ tone: 'ok', title: 'Move saved' }); onClose() } })
  const from = momentOf(at, zone)
  const submit = () => {
    setTried(true)
    const unit = UnitId.safeParse(unitId)
    if (from !== null) void save.run({ stayId: stay.id, expectedVersion: stay.version, move: { unitId: unit.success ? unit.data : 'unknown', unitName: 'unknown', room: factOf(room), bed: factOf(bed), from } })
  }
  const said = save.error?.code === 'validation' ? Object.values(save.error.fields)[0] : undefined
  return (
    <Dialog open onClose={onClose} title="Move to another bed" sub={lies === undefined ? undefined : `Lies at ${placeWords(lies) ?? 'a place not known'}`} size="small" dirty={at !== opened || room !== '' || bed !== ''} onSubmit={submit} busy={save.isRunning}
      actions={<DialogButtons primary="Save move" onCancel={onClose} busy={save.isRunning} />}>
      {save.error !== null && said === undefined && <Banner tone="bad" title="Nothing was saved">{save.error.message}</Banner>}
      <SelectField label="Unit" value={unitId} onChange={value => setUnitId(value ?? 'unknown')} autoFocus
        options={[{ value: 'unknown', label: 'Not known' }, ...units.filter(unit => !unit.removed).map(unit => ({ value: unit.unitId, label: unit.name }))]} />
      <FieldRow columns="1fr 1fr">
        <TextField label="Room" value={room} onChange={setRoom} num />
        <TextField label="Bed" value={bed} onChange={setBed} num />
      </FieldRow>
      <MomentField label="From" value={at} onChange={setAt} error={said ?? (tried && from === null ? 'Give a day and a time.' : undefined)} />
    </Dialog>
  )
}
