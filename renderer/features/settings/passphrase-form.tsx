import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage, NewPassphraseFields, noPassphrase } from '#renderer/features/accounts/index.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import s from './settings.module.css'

/** Changes one's own passphrase; nothing is encrypted anew, and nobody else notices. */
export function PassphraseForm({ name }: { readonly name: string }) {
  const toasts = useToasts()
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState(noPassphrase)
  const change = useCommand('session.changePassphrase', {
    errors: 'inline',
    onDone: () => {
      setCurrent('')
      setFresh(noPassphrase)
      toasts.show({ title: 'Your passphrase is changed. The old one opens nothing any more, but backups made before still open with it.' })
    },
  })
  const isReady = current !== '' && fresh.passphrase !== '' && fresh.passphrase === fresh.again
  return (
    <form
      className={s['form']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void change.run({ current, next: fresh.passphrase })
      }}
    >
      <PassphraseField label="Current passphrase" value={current} onChange={setCurrent} />
      <NewPassphraseFields label="New passphrase" value={fresh} onChange={setFresh} names={[name]} />
      <FormMessage error={change.error} />
      <div>
        <Button size="small" type="submit" disabledFocusable={!isReady || change.isRunning}>Change the passphrase</Button>
      </div>
    </form>
  )
}
