import { Button } from '@fluentui/react-components'
import { Add16Regular, ArrowUndo16Regular, Delete16Regular, Edit16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Unit } from '#shared/contract/facility.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'
import s from './administration.module.css'
import { UnitDialog } from './unit-dialog.tsx'

/** The facility's units and clinics. A removed one leaves every choice; old stays keep its name. */
export function UnitsPanel({ units }: { readonly units: readonly Unit[] }) {
  const toasts = useToasts()
  const [open, setOpen] = useState<'add' | Unit | null>(null)
  const restore = useCommand('facility.editUnit')
  const remove = useCommand('facility.removeUnit')
  const bringBack = (unit: Unit, version: number): void => void restore.run({ unitId: unit.unitId, expectedVersion: version, name: unit.name, kind: unit.kind })
  const takeAway = async (unit: Unit): Promise<void> => {
    const answer = await remove.run({ unitId: unit.unitId, expectedVersion: unit.version })
    if (answer !== null) toasts.undo(`${unit.name} removed`, () => bringBack(unit, answer.version))
  }
  const columns: Column<Unit>[] = [
    { id: 'name', header: 'Name', width: 220, cell: unit => <b>{unit.name}</b> },
    { id: 'kind', header: 'Kind', width: 140, cell: unit => (unit.kind === 'clinic' ? 'Clinic' : 'Inpatient unit') },
    { id: 'status', header: 'Status', width: 120, cell: unit => (unit.removed ? <StatusTag tone="mute" quiet>Removed</StatusTag> : <StatusTag tone="ok" quiet>In use</StatusTag>) },
    {
      id: 'actions', header: 'Actions', width: 90, grow: 0,
      cell: unit =>
        unit.removed ? (
          <IconButton label={`Bring ${unit.name} back`} icon={<ArrowUndo16Regular />} onClick={() => bringBack(unit, unit.version)} />
        ) : (
          <span className={s['row']}>
            <IconButton label={`Rename ${unit.name}`} icon={<Edit16Regular />} onClick={() => setOpen(unit)} />
            <IconButton label={`Remove ${unit.name}`} icon={<Delete16Regular />} onClick={() => void takeAway(unit)} />
          </span>
        ),
    },
  ]
  return (
    <Panel title="Units and clinics" pad={false} actions={<Button size="small" icon={<Add16Regular />} onClick={() => setOpen('add')}>Add a unit</Button>}>
      <PlainTable ariaLabel="Units and clinics" columns={columns} rows={units} rowId={unit => unit.unitId} />
      {open !== null && <UnitDialog unit={open === 'add' ? null : open} onClose={() => setOpen(null)} />}
    </Panel>
  )
}
