import { Button, Link } from '@fluentui/react-components'
import { EyeOff24Regular } from '@fluentui/react-icons'
import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react'
import type { SignedIn } from '#shared/model/session.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import s from './blur-overlay.module.css'
import { flushDrafts } from './draft-keeper.ts'
import { lockNow } from './lock-now.ts'
import { useFrozenPage } from './use-frozen-page.ts'

/**
 * Hides everything, dialogs and messages too, until the PIN is typed, or the passphrase by whoever has no PIN. A native modal: the browser keeps what lies beneath out of reach
 * of keys, pointer and screen reader, and gives the focus back where it was.
 */
export function BlurOverlay({ person, triesLeft }: { readonly person: SignedIn; readonly triesLeft: number }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { name, hasPin } = person
  const [secret, setSecret] = useState('')
  const byPin = useCommand('session.unblur', { errors: 'inline' })
  const byPassphrase = useCommand('session.unblurByPassphrase', { errors: 'inline' })
  const isRunning = byPin.isRunning || byPassphrase.isRunning
  useFrozenPage()
  // Before the paint, and closed while it still stands in the page: otherwise the browser could not give the focus back.
  useLayoutEffect(() => {
    void flushDrafts()
    const before = document.activeElement
    const element = dialog.current
    if (element === null) return
    // A browser lets a second Escape close any dialog, whatever `cancel` says: refuse the request, and open again should it close all the same.
    element.setAttribute('closedby', 'none')
    const reopen = (): void => element.showModal()
    element.addEventListener('close', reopen)
    element.showModal()
    return () => {
      element.removeEventListener('close', reopen)
      element.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const isTyped = secret.length >= (hasPin ? 4 : 1)
  const submit = async (): Promise<void> => {
    if (!isTyped) return
    const answer = hasPin ? await byPin.run({ pin: secret }) : await byPassphrase.run({ passphrase: secret })
    if (answer === null) setSecret('')
  }
  return (
    <dialog ref={dialog} className={s['overlay']} aria-label="Screen hidden" onCancel={keepOpen}>
      <form
        className={s['card']}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <EyeOff24Regular aria-hidden />
        <h1>Screen hidden</h1>
        <p>{name}, type your {hasPin ? 'PIN' : 'passphrase'} to go on where you were.</p>
        {hasPin ? (
          <PassphraseField label="PIN" value={secret} onChange={text => setSecret(text.replace(/\D/g, '').slice(0, 8))} width={160} autoFocus hint={triesLeft < 3 ? `${triesLeft === 1 ? 'One try' : `${triesLeft} tries`} left, then it locks.` : undefined} />
        ) : (
          <PassphraseField label="Passphrase" value={secret} onChange={setSecret} width={280} autoFocus hint="With a PIN (Settings) a few digits do." />
        )}
        <FormMessage error={byPin.error ?? byPassphrase.error} />
        <Button appearance="primary" type="submit" disabledFocusable={!isTyped || isRunning}>Show the screen</Button>
        <Link as="button" type="button" onClick={lockNow}>Lock, or sign in as somebody else</Link>
      </form>
    </dialog>
  )
}

/** Escape closes native dialogs; this one only opens by PIN or passphrase. */
const keepOpen = (event: SyntheticEvent): void => event.preventDefault()
