import { Bookmark16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { MenuButton, type MenuEntry } from '#renderer/ui/menu.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { caseloadQueries } from './caseload-queries.ts'
import type { WorklistChoice } from './use-worklist-definition.ts'

/** Filters kept under a name, and "my default": what the caseload opens with. */
export function SavedFilters({ choice }: { readonly choice: WorklistChoice }) {
  const saved = useQuery(caseloadQueries.savedFilters()).data ?? []
  const [naming, setNaming] = useState(false)
  const toasts = useToasts()
  const save = useCommand('caseload.saveFilter')
  const remove = useCommand('caseload.removeFilter', {
    onDone: (_, { id }) => {
      const gone = saved.find(filter => filter.id === id)
      if (gone !== undefined) toasts.undo(`Removed “${gone.name}”.`, () => void save.run({ name: gone.name, definition: gone.definition }))
    },
  })
  const shown = saved.find(filter => JSON.stringify(filter.definition) === JSON.stringify({ ...choice.definition, text: '' }))
  const items: MenuEntry[] = [
    { heading: 'Saved' },
    ...saved.map(filter => ({ id: filter.id, label: filter.name, checked: filter.id === shown?.id, run: () => choice.show(filter.definition) })),
    { id: 'save', label: 'Save this filter…', run: () => setNaming(true) },
    ...(shown === undefined ? [] : [{ id: 'remove', label: `Remove “${shown.name}”`, run: () => void remove.run({ id: shown.id }) }]),
    { divider: 'default' },
    { id: 'default', label: choice.isDefault ? 'This is my default' : 'Make this my default', checked: choice.isDefault, disabled: choice.isDefault, run: () => { choice.makeDefault(); toasts.show({ title: 'The caseload now opens like this.', tone: 'ok' }) } },
  ]
  return (
    <>
      <MenuButton label={shown?.name ?? 'Saved filters'} icon={<Bookmark16Regular />} items={items} />
      {naming && <NameFilter busy={save.isRunning} onClose={() => setNaming(false)} onSave={name => void save.run({ name, definition: { ...choice.definition, text: '' } }).then(done => { if (done !== null) setNaming(false) })} />}
    </>
  )
}

function NameFilter({ busy, onClose, onSave }: { readonly busy: boolean; readonly onClose: () => void; readonly onSave: (name: string) => void }) {
  const [name, setName] = useState('')
  const missing = name.trim() === ''
  return (
    <Dialog open title="Save this filter" size="small" onClose={onClose} busy={busy} onSubmit={() => { if (!missing) onSave(name) }} actions={<DialogButtons primary="Save filter" onCancel={onClose} busy={busy} />}>
      <TextField label="Name" value={name} onChange={setName} autoFocus required maxLength={60} hint="The same name replaces the filter saved before." />
    </Dialog>
  )
}
