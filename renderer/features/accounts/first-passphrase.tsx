import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import s from './accounts.module.css'
import { FormMessage } from './form-message.tsx'
import { GateCard } from './gate-card.tsx'
import { NewPassphraseFields, noPassphrase } from './new-passphrase-fields.tsx'

/** The first sign-in: the one-time code is replaced before anything else. */
export function FirstPassphrase({ name }: { readonly name: string }) {
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState(noPassphrase)
  const change = useCommand('session.changePassphrase', { errors: 'inline' })
  const isReady = current !== '' && fresh.passphrase !== '' && fresh.passphrase === fresh.again
  return (
    <GateCard title={`Welcome, ${name}`} sub="Choose your own passphrase. Only you will know it; it opens this workstation from now on.">
      <form
        className={s['form']}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (isReady) void change.run({ current, next: fresh.passphrase })
        }}
      >
        <PassphraseField label="One-time code" value={current} onChange={setCurrent} hint="The code you signed in with, once more." autoFocus />
        <NewPassphraseFields label="New passphrase" value={fresh} onChange={setFresh} names={[name]} />
        <FormMessage error={change.error} />
        <Button appearance="primary" type="submit" disabledFocusable={!isReady || change.isRunning}>Keep this passphrase</Button>
      </form>
    </GateCard>
  )
}
