import { Button, ProgressBar as FluentProgressBar } from '@fluentui/react-components'
import { durationWords } from './day-words.ts'
import { given } from './given.ts'
import s from './progress-bar.module.css'

export interface ProgressBarProps {
  readonly label: string
  readonly done: number
  /** Null while nobody knows how much there is. */
  readonly total: number | null
  readonly secondsLeft?: number | null | undefined
  readonly onCancel?: (() => void) | undefined
}

/** Long work: how far, how long still, and the way out. */
export function ProgressBar({ label, done, total, secondsLeft, onCancel }: ProgressBarProps) {
  const known = total !== null && total > 0
  return (
    <div className={s['progress']}>
      <div className={s['line']}>
        <span>{label}</span>
        <span className="num">
          {done.toLocaleString('en-US')}
          {total !== null && ` of ${total.toLocaleString('en-US')}`}
          {secondsLeft !== null && secondsLeft !== undefined && ` · ${durationWords(secondsLeft)} left`}
        </span>
      </div>
      <div className={s['bar']}>
        <FluentProgressBar aria-label={label} thickness="large" {...given({ value: known ? done : undefined, max: known ? total : undefined })} />
        {onCancel !== undefined && (
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  )
}
