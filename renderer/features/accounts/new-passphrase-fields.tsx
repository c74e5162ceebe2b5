import { CheckmarkCircle16Regular, Circle16Regular } from '@fluentui/react-icons'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import s from './accounts.module.css'
import { usePassphraseProblems } from './use-passphrase-problems.ts'

export interface NewPassphrase {
  readonly passphrase: string
  readonly again: string
}

export const noPassphrase: NewPassphrase = { passphrase: '', again: '' }

interface Props {
  readonly value: NewPassphrase
  readonly onChange: (value: NewPassphrase) => void
  /** May not occur in the passphrase: the person, the facility. */
  readonly names: readonly string[]
  readonly error?: string | undefined
  readonly label?: string
  readonly autoFocus?: boolean
}

/** A new passphrase twice, judged by the core while it is typed. */
export function NewPassphraseFields({ value, onChange, names, error, label = 'Passphrase', autoFocus = false }: Props) {
  const { passphrase, again } = value
  return (
    <>
      <PassphraseField
        label={label}
        required
        value={passphrase}
        onChange={text => onChange({ ...value, passphrase: text })}
        error={error}
        autoFocus={autoFocus}
        strength={<Judgement passphrase={passphrase} names={names} />}
      />
      <PassphraseField
        label={`${label} again`}
        required
        value={again}
        onChange={text => onChange({ ...value, again: text })}
        error={again !== '' && !passphrase.startsWith(again) ? 'The two are not the same.' : undefined}
      />
    </>
  )
}

function Judgement({ passphrase, names }: { readonly passphrase: string; readonly names: readonly string[] }) {
  const problems = usePassphraseProblems(passphrase, names)
  const isFine = passphrase !== '' && problems?.length === 0
  const words = passphrase === '' ? ['At least 15 characters. A sentence only you would write is easy to remember.'] : isFine ? ['Good.'] : (problems ?? [])
  return (
    <div className={s['judgement']} role="status" data-fine={isFine}>
      {words.map(word => (
        <p key={word}>
          {isFine ? <CheckmarkCircle16Regular aria-hidden /> : <Circle16Regular aria-hidden />}
          {word}
        </p>
      ))}
    </div>
  )
}
