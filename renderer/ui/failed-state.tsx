import { Button } from '@fluentui/react-components'
import { ArrowClockwise16Regular, ErrorCircle20Regular } from '@fluentui/react-icons'
import { CopyButton } from './copy-button.tsx'
import s from './states.module.css'

export interface FailedStateProps {
  readonly title: string
  readonly sentence: string
  /** For whoever helps; must hold nothing of a patient. */
  readonly details?: string | undefined
  readonly onRetry?: (() => void) | undefined
}

/** Something did not come. Says so, keeps calm, can be copied for help and tried again. */
export function FailedState({ title, sentence, details, onRetry }: FailedStateProps) {
  return (
    <div className={s['state']} role="alert">
      <span aria-hidden className={s['failed']}>
        <ErrorCircle20Regular />
      </span>
      <b>{title}</b>
      <div className={s['words']}>{sentence}</div>
      {details !== undefined && (
        <details className={s['details']}>
          <summary>Details</summary>
          <pre>{details}</pre>
        </details>
      )}
      <div className={s['action']}>
        {onRetry !== undefined && (
          <Button size="small" icon={<ArrowClockwise16Regular />} onClick={onRetry}>
            Try again
          </Button>
        )}
        {details !== undefined && <CopyButton text={`${title}\n${sentence}\n${details}`} label="Copy details" />}
      </div>
    </div>
  )
}
