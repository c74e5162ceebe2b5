import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { RecoveryStep } from '#renderer/features/setup/index.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import s from './administration.module.css'

/** New words in place of the old ones: passphrase, paper, three words asked. */
export function NewRecoveryKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { name } = useFacilityFacts()
  const [passphrase, setPassphrase] = useState('')
  const [words, setWords] = useState<readonly string[] | null>(null)
  const make = useCommand('accounts.newRecoveryKey', { errors: 'inline', onDone: ({ recoveryWords }) => setWords(recoveryWords) })
  if (words !== null) {
    return (
      <Dialog open onClose={onClose} size="large" title="New recovery key" dirty>
        <RecoveryStep words={words} facilityName={name} onDone={onClose} doneLabel="Done" />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title="Make a new recovery key?"
      onSubmit={() => void make.run({ passphrase })}
      actions={<DialogButtons primary="Make it" onCancel={onClose} busy={make.isRunning} disabled={passphrase === ''} />}
    >
      <div className={s['fields']}>
        <p>The words in the envelope stop working at once, except for backups made until now. Have paper at hand.</p>
        <PassphraseField label="Your own passphrase" value={passphrase} onChange={setPassphrase} autoFocus />
        <FormMessage error={make.error} />
      </div>
    </Dialog>
  )
}
