import { useEffect, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { useStepUp } from '#renderer/state/step-up-store.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'

/** Asks for the passphrase again before records leave the workstation or rights change; the waiting command then goes on by itself. */
export function StepUpDialog() {
  const asking = useStepUp(s => s.asking)
  return asking ? <AskPassphrase /> : null
}

function AskPassphrase() {
  const settle = useStepUp(s => s.settle)
  const [passphrase, setPassphrase] = useState('')
  const prove = useCommand('session.stepUp', { errors: 'inline', onDone: () => settle(true) })
  // A lock takes the dialog away: what waited is given up.
  useEffect(() => () => settle(false), [settle])
  return (
    <Dialog
      open
      title="Your passphrase again"
      sub="This takes records out of the workstation or changes who may do what."
      size="small"
      busy={prove.isRunning}
      onClose={() => settle(false)}
      onSubmit={() => { if (passphrase !== '') void prove.run({ passphrase }) }}
      actions={<DialogButtons primary="Go on" onCancel={() => settle(false)} busy={prove.isRunning} disabled={passphrase === ''} />}
    >
      <PassphraseField label="Your passphrase" value={passphrase} onChange={setPassphrase} autoFocus />
      <FormMessage error={prove.error} />
    </Dialog>
  )
}
