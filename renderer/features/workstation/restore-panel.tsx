import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import type { Backup } from '#shared/contract/workstation.ts'
import { call, errorShape } from '#renderer/api/client.ts'
import type { AppErrorShape } from '#shared/contract/errors.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { RadioField } from '#renderer/ui/choice-fields.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { FormActions } from '#renderer/ui/form-layout.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { backupWords } from './backup-words.ts'
import { RestoreForm } from './restore-form.tsx'
import s from './workstation.module.css'

/** From the sign-in screen or on an empty machine: find the backup, choose it, open it with a passphrase or the recovery key. */
export function RestorePanel({ onBack }: { readonly onBack: () => void }) {
  const [place, setPlace] = useState<'beside-store' | 'folder'>('folder')
  const [folder, setFolder] = useState('')
  const [found, setFound] = useState<Output<'workstation.findBackups'> | null>(null)
  const [chosen, setChosen] = useState<Backup | null>(null)
  const [error, setError] = useState<AppErrorShape | null>(null)
  const [done, setDone] = useState<Output<'workstation.restore'> | null>(null)
  const look = async (): Promise<void> => {
    setError(null)
    setChosen(null)
    try {
      setFound(await call('workstation.findBackups', { folder: place === 'folder' ? folder : place }))
    } catch (thrown) {
      setFound(null)
      setError(errorShape(thrown))
    }
  }
  if (done !== null) {
    return (
      <div className={s['form']}>
        <Banner tone="ok" title="Restored.">The backup of {backupWords(done.restoredFrom)} is in its place.{done.setAside ? ' What was here before is set aside in the data folder.' : ''} Sign in with the passphrase of that day.</Banner>
        <FormActions><Button appearance="primary" onClick={onBack}>Go to sign-in</Button></FormActions>
      </div>
    )
  }
  if (chosen !== null && found !== null) return <RestoreForm folder={found.folder} backup={chosen} onBack={() => setChosen(null)} onDone={setDone} />
  return (
    <form
      className={s['form']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void look()
      }}
    >
      <RadioField label="Where are the backups?" value={place} options={[{ value: 'folder', label: 'In this folder' }, { value: 'beside-store', label: 'Where this workstation put its last one' }]} onChange={next => setPlace(next === 'beside-store' ? next : 'folder')} />
      {place === 'folder' && <TextField label="Folder" hint="The whole path of the folder that holds the backups." value={folder} onChange={setFolder} autoFocus />}
      <FormMessage error={error} />
      {found !== null && <Found found={found} onChoose={setChosen} />}
      <FormActions>
        <Button type="button" onClick={onBack}>Back</Button>
        <Button appearance={found === null ? 'primary' : 'secondary'} type="submit" disabledFocusable={place === 'folder' && folder.trim() === ''}>Look for backups</Button>
      </FormActions>
    </form>
  )
}

function Found({ found, onChoose }: { readonly found: Output<'workstation.findBackups'>; readonly onChoose: (backup: Backup) => void }) {
  if (found.backups.length === 0) return <EmptyState title="No backups there">Looked in {found.folder}. Is the disk plugged in, and is it the folder that holds folders named “caseboard-…”?</EmptyState>
  return (
    <ul className={s['found']} aria-label="Backups found">
      {found.backups.map(backup => (
        <li key={backup.name}>
          <button type="button" onClick={() => onChoose(backup)}>
            <b>{backupWords(backup.at)}</b>
            <span>{backup.facilityName === 'unknown' ? '' : backup.facilityName}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
