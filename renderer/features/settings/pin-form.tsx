import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import s from './settings.module.css'

/** The screen hides itself early; with a PIN a few digits bring it back, without one the passphrase does. */
export function PinForm({ hasPin }: { readonly hasPin: boolean }) {
  const toasts = useToasts()
  const { blurSeconds, idleMinutes } = useFacilityFacts()
  const [pin, setPin] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const save = useCommand('session.setPin', {
    errors: 'inline',
    onDone: (_, input) => {
      setPin('')
      setPassphrase('')
      toasts.show({ title: input.pin === 'none' ? 'Your PIN is removed' : 'Your PIN is set' })
    },
  })
  return (
    <form
      className={s['form']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (pin.length >= 4 && passphrase !== '') void save.run({ pin, passphrase })
      }}
    >
      <p>
        {hasPin ? 'You have a PIN. ' : 'You have no PIN. '}
        The screen hides itself after {blurSeconds} seconds, and {hasPin ? 'your PIN' : 'your passphrase'} brings it back{hasPin ? '' : '; with a PIN a few digits do'}. After {idleMinutes} minutes{hasPin ? ', or three wrong PINs,' : ''} the workstation locks.
      </p>
      <FieldRow>
        <PassphraseField label={hasPin ? 'New PIN' : 'PIN'} hint="Four to eight digits." value={pin} onChange={text => setPin(text.replace(/\D/g, '').slice(0, 8))} />
        <PassphraseField label="Your passphrase" value={passphrase} onChange={setPassphrase} />
      </FieldRow>
      <FormMessage error={save.error} />
      <div className={s['buttons']}>
        <Button size="small" type="submit" disabledFocusable={pin.length < 4 || passphrase === '' || save.isRunning}>{hasPin ? 'Change the PIN' : 'Set the PIN'}</Button>
        {hasPin && <Button size="small" type="button" disabledFocusable={passphrase === '' || save.isRunning} onClick={() => void save.run({ pin: 'none', passphrase })}>Remove the PIN</Button>}
      </div>
    </form>
  )
}
