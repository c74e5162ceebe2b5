import { roleNames } from '#shared/model/role.ts'
import { useSignedIn } from '#renderer/app/use-signed-in.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { AppearanceForm } from './appearance-form.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { PinForm } from './pin-form.tsx'
import s from './settings.module.css'

/** What belongs to the person at the keyboard. */
export function SettingsPage() {
  const person = useSignedIn()
  return (
    <>
      <PageHead title="Settings" sub={`${person.name}, ${roleNames[person.role]}`} />
      <div className={s['page']}>
        <Panel title="Appearance">
          <AppearanceForm />
        </Panel>
        <Panel title="PIN" sub="Lifts the hidden screen; never opens the workstation">
          <PinForm hasPin={person.hasPin} />
        </Panel>
        <Panel title="Passphrase">
          <PassphraseForm name={person.name} />
        </Panel>
      </div>
    </>
  )
}
