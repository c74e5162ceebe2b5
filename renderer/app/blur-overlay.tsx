import { Button, Link } from '@fluentui/react-components'
import { EyeOff24Regular } from '@fluentui/react-icons'
import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import s from './blur-overlay.module.css'
import { flushDrafts } from './draft-keeper.ts'
import { lockNow } from './lock-now.ts'
import { useFrozenPage } from './use-frozen-page.ts'

/**
 * Hides everything, dialogs and messages too, until the PIN is typed. A native modal: the browser keeps what lies beneath out of reach
 * of keys, pointer and screen reader, and gives the focus back where it was.
 */
export function BlurOverlay({ name, triesLeft }: { readonly name: string; readonly triesLeft: number }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [pin, setPin] = useState('')
  const unblur = useCommand('session.unblur', { errors: 'inline' })
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
  const submit = async (): Promise<void> => {
    const answer = await unblur.run({ pin })
    if (answer === null) setPin('')
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
        <p>{name}, type your PIN to go on where you were.</p>
        <PassphraseField label="PIN" value={pin} onChange={text => setPin(text.replace(/\D/g, '').slice(0, 8))} width={160} autoFocus hint={triesLeft < 3 ? `${triesLeft === 1 ? 'One try' : `${triesLeft} tries`} left, then it locks.` : undefined} />
        <FormMessage error={unblur.error} />
        <Button appearance="primary" type="submit" disabledFocusable={pin.length < 4 || unblur.isRunning}>Show the screen</Button>
        <Link as="button" type="button" onClick={lockNow}>Lock, or sign in as somebody else</Link>
      </form>
    </dialog>
  )
}

/** Escape closes native dialogs; this one only opens by the PIN. */
const keepOpen = (event: SyntheticEvent): void => event.preventDefault()
