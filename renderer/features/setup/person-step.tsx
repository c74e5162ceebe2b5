import { NewPassphraseFields } from '#renderer/features/accounts/index.ts'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { initialsOf, type FirstPerson } from './set-up-form.ts'
import s from './setup.module.css'

interface Props {
  readonly intro: string
  readonly person: FirstPerson
  readonly facilityName: string
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (person: FirstPerson) => void
}

/** One of the two first sign-ins. */
export function PersonStep({ intro, person, facilityName, problems, onChange }: Props) {
  const rename = (fullName: string): void => {
    // The proposal follows the name until somebody types their own initials.
    const follows = person.initials === '' || person.initials === initialsOf(person.fullName)
    onChange({ ...person, fullName, initials: follows ? initialsOf(fullName) : person.initials })
  }
  return (
    <>
      <p className={s['hint']}>{intro}</p>
      <FieldRow columns="2fr 1fr">
        <TextField label="Full name" required value={person.fullName} onChange={rename} error={problems['fullName']} autoFocus />
        <TextField label="Initials" required hint="On lists and notes." value={person.initials} onChange={initials => onChange({ ...person, initials })} error={problems['initials']} />
      </FieldRow>
      <TextField label="Sign-in name" required value={person.signInName} onChange={signInName => onChange({ ...person, signInName })} error={problems['signInName']} />
      <NewPassphraseFields value={person.secret} onChange={secret => onChange({ ...person, secret })} names={[person.fullName, person.signInName, facilityName]} error={problems['passphrase']} />
    </>
  )
}
