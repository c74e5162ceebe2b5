import { Button } from '@fluentui/react-components'
import { ArrowDownload16Regular, Delete16Regular, Edit16Regular, MoreHorizontal16Regular, Print16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { CommandPalette } from '../command-palette.tsx'
import { DateField, type DateEntry } from '../date-field.tsx'
import { ConfirmDialog, Dialog, DialogButtons } from '../dialog.tsx'
import { FieldRow } from '../form-layout.tsx'
import { IconButton } from '../icon-button.tsx'
import { MenuButton, type MenuEntry } from '../menu.tsx'
import { SelectField } from '../select-field.tsx'
import { TextAreaField } from '../text-area-field.tsx'
import { useToasts } from '../toasts.tsx'
import s from './gallery.module.css'
import { Item, Shelf } from './shelf.tsx'

const nothing = () => undefined
const items: readonly MenuEntry[] = [
  { id: 'edit', label: 'Edit case', icon: <Edit16Regular />, shortcut: 'F2', run: nothing },
  { id: 'print', label: 'Print timeline', icon: <Print16Regular />, shortcut: 'Ctrl+P', run: nothing },
  { id: 'export', label: 'Export', icon: <ArrowDownload16Regular />, run: nothing, disabled: true },
  { divider: 'a' },
  { id: 'close', label: 'Close case', icon: <Delete16Regular />, danger: true, run: nothing },
]

export function OverlaysPage() {
  const [open, setOpen] = useState(new URLSearchParams(location.search).get('open') ?? '')
  const [query, setQuery] = useState('oka')
  const toasts = useToasts()
  const close = () => setOpen('')
  return (
    <Shelf title="Overlays">
      <Item name="Dialogs">
        <Button size="small" onClick={() => setOpen('form')}>Form dialog</Button>
        <Button size="small" onClick={() => setOpen('confirm')}>Confirm</Button>
        <Button size="small" onClick={() => setOpen('palette')}>Palette</Button>
      </Item>
      <Item name="Menus and icon buttons">
        <MenuButton label="Actions" items={items} appearance="outline" />
        <MenuButton label="More actions" iconOnly icon={<MoreHorizontal16Regular />} items={items} />
        <IconButton label="Print" shortcut="Ctrl+P" icon={<Print16Regular />} onClick={nothing} />
        <IconButton label="Edit" icon={<Edit16Regular />} pressed onClick={nothing} />
        <IconButton label="Delete" icon={<Delete16Regular />} disabled onClick={nothing} />
      </Item>
      <Item name="Toasts">
        <Button size="small" onClick={() => toasts.undo('PT evaluation marked reached', nothing)}>With undo</Button>
        <Button size="small" onClick={() => toasts.failed('The milestone was not saved', 'Someone else changed this case at 16:18. Look at it again, then save.')}>Failure</Button>
        <Button size="small" onClick={() => toasts.show({ tone: 'info', title: 'Backup finished', body: '42 MB, verified by reopening.' })}>Information</Button>
      </Item>
      <FormDialog open={open === 'form'} onClose={close} />
      <ConfirmDialog open={open === 'confirm'} title="Close this case?" confirmLabel="Close case" danger onClose={close} onConfirm={close}>
        Two milestones are open. They stay on the record as not reached; the case can be reopened.
      </ConfirmDialog>
      <CommandPalette
        open={open === 'palette'} onClose={close} label="Find patient or command" placeholder="Patient name, MRN, birth date, or command" query={query} onQuery={setQuery} emptyText="No match. Try a last name or MRN."
        groups={[
          { heading: 'Patients', items: ['Kenji', 'Bennett', 'Priya'].map((name, at) => ({ id: name, title: `Okafor, ${name}`, detail: <span className="num">{9_186_529 - at * 71_113}</span>, aside: '6 Tele · 2A', run: nothing })) },
          { heading: 'Commands', items: [{ id: 'note', title: 'New note', shortcut: 'Alt+N', run: nothing }, { id: 'lock', title: 'Lock now', shortcut: 'Ctrl+L', run: nothing }] },
        ]}
      />
    </Shelf>
  )
}

function FormDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [from, setFrom] = useState<DateEntry>(null)
  const [to, setTo] = useState<DateEntry>(null)
  const [reason, setReason] = useState<string | null>(null)
  const [words, setWords] = useState('')
  return (
    <Dialog open={open} onClose={onClose} size="small" title="Re-plan “Stairs ×4”" sub="Was planned Wed 25 Nov. The baseline stays on record." dirty={words !== ''} onSubmit={onClose} actions={<DialogButtons primary="Save new dates" onCancel={onClose} />}>
      <div className={s['form']}>
        <FieldRow><DateField label="From" autoFocus value={from} onChange={setFrom} /><DateField label="To" value={to} onChange={setTo} /></FieldRow>
        <SelectField label="Reason" required value={reason} onChange={setReason} placeholder="Choose a reason" options={[{ value: 'clinical', label: 'Clinical change' }, { value: 'payer', label: 'Waiting for the payer' }]} />
        <TextAreaField label="In your words" value={words} onChange={setWords} rows={2} />
      </div>
    </Dialog>
  )
}
