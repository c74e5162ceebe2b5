import { useState } from 'react'
import type { Person } from '#shared/contract/accounts.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import s from './administration.module.css'
import type { OneTimeCode } from './one-time-code-dialog.tsx'

interface Props {
  readonly person: Person
  readonly onClose: () => void
  readonly onCode: (code: OneTimeCode) => void
}

/** A forgotten passphrase: the recovery key's words, then a one-time code. */
export function ResetDialog({ person, onClose, onCode }: Props) {
  const [words, setWords] = useState('')
  const reset = useCommand('accounts.reset', { errors: 'inline', onDone: ({ oneTimeCode }) => onCode({ name: person.fullName, signInName: person.signInName, code: oneTimeCode }) })
  return (
    <Dialog
      open
      onClose={onClose}
      dirty={words.trim() !== ''}
      title={`${person.fullName} forgot the passphrase`}
      onSubmit={() => void reset.run({ personId: person.personId, expectedVersion: person.version, words })}
      actions={<DialogButtons primary="Make a one-time code" onCancel={onClose} busy={reset.isRunning} disabled={words.trim() === ''} />}
    >
      <div className={s['fields']}>
        <p>Take the recovery key out of its envelope. Their drafts and everything they saved stay; the old passphrase opens nothing any more.</p>
        <TextAreaField label="Recovery key, 24 words" rows={4} value={words} onChange={setWords} hint="In order, with spaces between them. Numbers and line breaks do not matter." autoFocus />
        <FormMessage error={reset.error} />
      </div>
    </Dialog>
  )
}
