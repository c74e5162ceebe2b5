import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useSession } from '#renderer/state/session-store.ts'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { FormActions } from '#renderer/ui/form-layout.tsx'
import s from './accounts.module.css'
import { FormMessage } from './form-message.tsx'
import { NewPassphraseFields, noPassphrase } from './new-passphrase-fields.tsx'
import { useWait, waitWords } from './use-wait.ts'

/** Who can help with a forgotten passphrase, and the administrator's own way back by the recovery key. */
export function RecoverForm({ onBack }: { readonly onBack: () => void }) {
  const signedInAs = useSession(s => s.signedInAs)
  const [words, setWords] = useState('')
  const [signInName, setName] = useState('')
  const [fresh, setFresh] = useState(noPassphrase)
  const recover = useCommand('session.recoverWithKey', { errors: 'inline', onDone: () => signedInAs(signInName.trim()) })
  const wait = useWait(recover.error)
  const isReady = words.trim() !== '' && signInName.trim() !== '' && fresh.passphrase !== '' && fresh.passphrase === fresh.again && wait === 0
  return (
    <form
      className={s['form']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void recover.run({ words, signInName, newPassphrase: fresh.passphrase })
      }}
    >
      <ol className={s['steps']}>
        <li>Ask an administrator of this workstation: they give you a one-time code with the recovery key.</li>
        <li>Are you the administrator and cannot sign in? Use the 24 words of the recovery key here.</li>
      </ol>
      <TextAreaField label="Recovery key, 24 words" rows={4} value={words} onChange={setWords} hint="In order, with spaces between them. Numbers and line breaks do not matter." autoFocus />
      <TextField label="Administrator's sign-in name" value={signInName} onChange={setName} />
      <NewPassphraseFields label="New passphrase" value={fresh} onChange={setFresh} names={[signInName]} />
      <FormMessage error={recover.error} />
      <FormActions>
        <Button size="small" type="button" onClick={onBack}>Back to sign-in</Button>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={!isReady || recover.isRunning}>
          {wait > 0 ? `Wait ${waitWords(wait)}` : 'Set the new passphrase'}
        </Button>
      </FormActions>
    </form>
  )
}
