import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { RecoveryStep } from '#renderer/features/setup/index.ts'
import { ConfirmDialog, Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import s from './administration.module.css'

/** New words in place of the old ones: passphrase, paper, three words asked. */
export function NewRecoveryKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { name } = useFacilityFacts()
  const [passphrase, setPassphrase] = useState('')
  const [words, setWords] = useState<readonly string[] | null>(null)
  const make = useCommand('accounts.newRecoveryKey', { errors: 'inline', onDone: ({ recoveryWords }) => setWords(recoveryWords) })
  if (words !== null) return <NewWords words={words} facilityName={name} onClose={onClose} />
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

/** The new key is in force already: leaving without its words on paper asks in words that say so. */
function NewWords({ words, facilityName, onClose }: { readonly words: readonly string[]; readonly facilityName: string; readonly onClose: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Dialog open onClose={() => setAsking(true)} size="large" title="New recovery key">
        <RecoveryStep words={words} facilityName={facilityName} onDone={onClose} doneLabel="Done" />
      </Dialog>
      {asking && (
        <ConfirmDialog open danger title="Close without the words on paper?" confirmLabel="Close without them" cancelLabel="Back to the words" onClose={() => setAsking(false)} onConfirm={onClose}>
          The new key is in force: the words in the envelope no longer open the workstation. These words are shown this once. Without them nobody can help after a forgotten passphrase,
          or open a backup made from now on without its own passphrases; you would have to make another key.
        </ConfirmDialog>
      )}
    </>
  )
}
