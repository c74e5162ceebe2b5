import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import type { Backup } from '#shared/contract/workstation.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { RadioField } from '#renderer/ui/choice-fields.tsx'
import { FormActions } from '#renderer/ui/form-layout.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { backupWords } from './backup-words.ts'
import s from './workstation.module.css'

interface Props {
  readonly folder: string
  readonly backup: Backup
  readonly onBack: () => void
  readonly onDone: (answer: Output<'workstation.restore'>) => void
}

/** A backup opens with what opened the workstation on its day. */
export function RestoreForm({ folder, backup, onBack, onDone }: Props) {
  const [kind, setKind] = useState<'passphrase' | 'recovery'>('passphrase')
  const [signInName, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [words, setWords] = useState('')
  const restore = useCommand('workstation.restore', { errors: 'inline', onDone })
  const isReady = kind === 'recovery' ? words.trim() !== '' : signInName.trim() !== '' && passphrase !== ''
  const submit = (): void => void restore.run({ folder, name: backup.name, secret: kind === 'recovery' ? { kind, words } : { kind, signInName, passphrase } })
  return (
    <form
      className={s['form']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (isReady) submit()
      }}
    >
      <p>
        Backup of <b>{backupWords(backup.at)}</b>. Changes made after it are not in it; the data file they are in is set aside.
      </p>
      <RadioField layout="row" label="Open it with" value={kind} options={[{ value: 'passphrase', label: 'A name and passphrase of that day' }, { value: 'recovery', label: 'The recovery key' }]} onChange={next => setKind(next === 'recovery' ? next : 'passphrase')} />
      {kind === 'recovery' ? (
        <TextAreaField label="Recovery key, 24 words" rows={4} value={words} onChange={setWords} autoFocus />
      ) : (
        <>
          <TextField label="Sign-in name" value={signInName} onChange={setName} autoFocus />
          <PassphraseField label="Passphrase" value={passphrase} onChange={setPassphrase} />
        </>
      )}
      <FormMessage error={restore.error} />
      <FormActions>
        <Button type="button" onClick={onBack} disabled={restore.isRunning}>Choose another</Button>
        <Button appearance="primary" type="submit" disabledFocusable={!isReady || restore.isRunning}>{restore.isRunning ? 'Restoring and checking…' : 'Restore this backup'}</Button>
      </FormActions>
    </form>
  )
}
