import { Button } from '@fluentui/react-components'
import { Checkmark16Regular, Copy16Regular, Warning16Regular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface CopyButtonProps {
  readonly text: string | (() => string | Promise<string>)
  readonly label?: string | undefined
}

type Outcome = 'none' | 'copied' | 'failed'

/** Puts text on the clipboard and says whether it got there. */
export function CopyButton({ text, label = 'Copy' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none')
  useEffect(() => {
    if (outcome === 'none') return
    const timer = setTimeout(() => setOutcome('none'), 2500)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => {
    try {
      setOutcome((await copyText(typeof text === 'string' ? text : await text())) ? 'copied' : 'failed')
    } catch {
      setOutcome('failed')
    }
  }
  const icon = outcome === 'copied' ? <Checkmark16Regular /> : outcome === 'failed' ? <Warning16Regular /> : <Copy16Regular />
  const said = outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Could not copy' : ''
  return (
    <>
      <Button size="small" icon={icon} onClick={() => void copy()}>
        {said === '' ? label : said}
      </Button>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  )
}
