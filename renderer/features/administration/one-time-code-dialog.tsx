import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { CopyButton } from '#renderer/ui/copy-button.tsx'
import { ConfirmDialog, Dialog } from '#renderer/ui/dialog.tsx'
import s from './administration.module.css'

export interface OneTimeCode {
  readonly name: string
  readonly signInName: string
  readonly code: string
}

/** The only time the code is shown: closing it by Escape or the cross asks whether it was passed on. */
export function OneTimeCodeDialog({ code, onClose }: { readonly code: OneTimeCode; readonly onClose: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Dialog open onClose={() => setAsking(true)} size="small" title={`One-time code for ${code.name}`} actions={<Button size="small" appearance="primary" onClick={onClose}>I have passed it on</Button>}>
        <div className={s['fields']}>
          <p>
            {code.name} signs in as <b>{code.signInName}</b> with this code and then chooses a passphrase. It is shown this once.
          </p>
          <output className={`num ${s['code'] ?? ''}`} aria-label="One-time code">{code.code}</output>
          <CopyButton text={code.code} label="Copy the code" />
        </div>
      </Dialog>
      {asking && (
        <ConfirmDialog open title="Has the code been passed on?" confirmLabel="Close" cancelLabel="Back to the code" onClose={() => setAsking(false)} onConfirm={onClose}>
          It is not shown again. If {code.name} does not have it, reset the passphrase to make another code.
        </ConfirmDialog>
      )}
    </>
  )
}
