import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { FieldRow, FormActions } from '#renderer/ui/form-layout.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { pickThree } from './pick-three.ts'
import s from './setup.module.css'

interface Props {
  readonly words: readonly string[]
  readonly onBack: () => void
  readonly onDone: () => void
  readonly doneLabel: string
}

/** Three of the words, from the paper: a page copied wrongly is found while it can still be copied again. */
export function RecoveryQuestions({ words, onBack, onDone, doneLabel }: Props) {
  const [asked] = useState(() => pickThree(words.length))
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const confirm = useCommand('session.confirmRecoveryKey', { errors: 'inline', onDone })
  const isReady = asked.every(at => (typed[at] ?? '').trim() !== '')
  return (
    <form
      className={s['step']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        // The core checks all 24, with the three as they were typed.
        if (isReady) void confirm.run({ words: words.map((word, at) => typed[at] ?? word).join(' ') })
      }}
    >
      <p>Type these three words from the paper.</p>
      <FieldRow>
        {asked.map((at, i) => (
          <TextField key={at} label={`Word ${at + 1}`} value={typed[at] ?? ''} onChange={word => setTyped({ ...typed, [at]: word })} autoFocus={i === 0} />
        ))}
      </FieldRow>
      <FormMessage error={confirm.error} />
      <FormActions>
        <Button type="button" onClick={onBack}>Show the words again</Button>
        <Button appearance="primary" type="submit" disabledFocusable={!isReady || confirm.isRunning}>{doneLabel}</Button>
      </FormActions>
    </form>
  )
}
