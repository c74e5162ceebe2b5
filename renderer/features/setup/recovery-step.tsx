import { Button } from '@fluentui/react-components'
import { Print16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { RecoveryPaper } from './recovery-paper.tsx'
import { RecoveryWordList } from './recovery-word-list.tsx'
import { RecoveryQuestions } from './recovery-questions.tsx'
import s from './setup.module.css'
import { useStayAwake } from './use-stay-awake.ts'

interface Props {
  readonly words: readonly string[]
  readonly facilityName: string
  readonly onDone: () => void
  readonly doneLabel?: string
}

/** The only time the words are shown: to print or write down, then three of them are asked for. */
export function RecoveryStep({ words, facilityName, onDone, doneLabel = 'Finish the set-up' }: Props) {
  const [isAsking, setAsking] = useState(false)
  useStayAwake()
  if (isAsking) return <RecoveryQuestions words={words} onBack={() => setAsking(false)} onDone={onDone} doneLabel={doneLabel} />
  return (
    <div className={s['step']}>
      <p>
        These 24 words are the <strong>recovery key</strong>. They open everything when passphrases are forgotten, and with a backup on another computer. They are shown this once.
        Print them or write them down, seal them in an envelope and keep it where the facility keeps its keys.
      </p>
      <RecoveryWordList words={words} />
      {/* The paper is only seen when printed: on the screen it would push the buttons out of sight. */}
      <div className={s['paper']}>
        <RecoveryPaper words={words} facilityName={facilityName} />
      </div>
      <div className={s['actions']}>
        <Button icon={<Print16Regular />} onClick={() => void window.workstation.shell.print('printer', 'Recovery key')}>Print this page</Button>
        <Button appearance="primary" onClick={() => setAsking(true)}>I have them on paper</Button>
      </div>
    </div>
  )
}
