import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useSession } from '#renderer/state/session-store.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import s from './accounts.module.css'
import { FormMessage } from './form-message.tsx'
import { useWait, waitWords } from './use-wait.ts'

interface Props {
  readonly onForgotten: () => void
  readonly onRestore: () => void
}

/** Name and passphrase. After a lock the name is there already and the passphrase has the focus. */
export function SignInForm({ onForgotten, onRestore }: Props) {
  const lastName = useSession(s => s.lastSignInName)
  const signedInAs = useSession(s => s.signedInAs)
  const [signInName, setName] = useState(lastName)
  const [passphrase, setPassphrase] = useState('')
  const signIn = useCommand('session.signIn', { errors: 'inline', onDone: () => signedInAs(signInName.trim()) })
  const wait = useWait(signIn.error)
  const submit = async (): Promise<void> => {
    const answer = await signIn.run({ signInName, passphrase })
    if (answer === null) setPassphrase('')
  }
  return (
    <form
      className={s['form']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (wait === 0) void submit()
      }}
    >
      <TextField label="Sign-in name" name="signInName" value={signInName} onChange={setName} autoFocus={lastName === ''} />
      <PassphraseField label="Passphrase or one-time code" name="passphrase" value={passphrase} onChange={setPassphrase} autoFocus={lastName !== ''} />
      <FormMessage error={signIn.error} />
      <Button appearance="primary" type="submit" className={s['wide'] ?? ''} disabledFocusable={signIn.isRunning || wait > 0}>
        {signIn.isRunning ? 'Opening…' : wait > 0 ? `Wait ${waitWords(wait)}` : lastName === '' ? 'Sign in' : 'Unlock'}
      </Button>
      <p className={s['links']}>
        <Link as="button" type="button" onClick={onForgotten}>Forgot your passphrase?</Link>
        <Link as="button" type="button" onClick={onRestore}>Restore a backup</Link>
      </p>
    </form>
  )
}
