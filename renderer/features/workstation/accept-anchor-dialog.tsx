import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import s from './workstation.module.css'

interface AcceptAnchorProps {
  /** What the check found, in its own words. */
  readonly found: string
  readonly onClose: () => void
  readonly onAccepted: () => void
}

/** The administrator takes the file as it is for the truth: with a reason, because the warning ends with it and nobody is asked again. */
export function AcceptAnchorDialog({ found, onClose, onAccepted }: AcceptAnchorProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const accept = useCommand('workstation.acceptAnchor', {
    errors: 'inline',
    onDone: () => {
      toasts.show({ tone: 'ok', title: 'The warning is accepted', body: 'Your reason stands in the history.' })
      onAccepted()
      onClose()
    },
  })
  const missing = reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (!missing) void accept.run({ reason })
  }
  return (
    <Dialog open onClose={onClose} title="Take the file as it is?" onSubmit={submit} busy={accept.isRunning} dirty={!missing} actions={<DialogButtons primary="Accept and end the warning" danger onCancel={onClose} busy={accept.isRunning} />}>
      <div className={s['stack']}>
        {accept.error !== null && <Banner tone="bad" title="The warning stays">{accept.error.message}</Banner>}
        <p>{found}</p>
        <p>From now on the workstation takes what is in the file for complete. Do this only when you know why the history and its seal do not agree, for instance after a restore by hand. It cannot be taken back, and it is written into the history with your name.</p>
        <TextField label="Why" value={reason} onChange={setReason} required maxLength={200} autoFocus error={tried && missing ? 'Say why in one line.' : undefined} />
      </div>
    </Dialog>
  )
}
