import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import s from './accounts.module.css'
import { FormMessage } from './form-message.tsx'
import { GateCard } from './gate-card.tsx'
import { NewPassphraseFields, noPassphrase } from './new-passphrase-fields.tsx'

/** The first sign-in: the one-time code is replaced before anything else. */
export function FirstPassphrase({ name }: { readonly name: string }) {
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState(noPassphrase)
  const toasts = useToasts()
  const change = useCommand('session.changePassphrase', {
    errors: 'inline',
    onDone: () => toasts.show({ tone: 'info', title: 'Set a PIN', body: 'The screen hides itself when you step away. With a PIN a few digits bring it back, without one your passphrase does.', seconds: 30, action: { label: 'Set a PIN', run: () => useRoute.getState().go({ screen: 'settings' }) } }),
  })
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
