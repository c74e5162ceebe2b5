import { useState } from 'react'
import type { Person } from '#shared/contract/accounts.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import s from './administration.module.css'

/** Takes a person's way in away, for good until enabled again. */
export function DisableDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const disable = useCommand('accounts.disable', { errors: 'inline', onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      busy={disable.isRunning}
      size="small"
      title={`Disable ${person.fullName}?`}
      onSubmit={() => void disable.run({ personId: person.personId, expectedVersion: person.version, passphrase })}
      actions={<DialogButtons primary={disable.isRunning ? 'Changing the key…' : 'Disable'} danger onCancel={onClose} busy={disable.isRunning} disabled={passphrase === ''} />}
    >
      <div className={s['fields']}>
        <p>Their sign-in ends at once and the data gets a new key, which takes a moment on a large caseload. Their cases, notes and history stay. Backups made until now still open with the passphrases of their day.</p>
        <PassphraseField label="Your own passphrase" value={passphrase} onChange={setPassphrase} autoFocus />
        <FormMessage error={disable.error} />
      </div>
    </Dialog>
  )
}
