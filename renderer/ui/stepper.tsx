import { Checkmark12Filled } from '@fluentui/react-icons'
import { cx } from './cx.ts'
import s from './stepper.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface StepperProps {
  readonly ariaLabel: string
  readonly steps: readonly { readonly id: string; readonly label: string }[]
  readonly current: string
  readonly done: readonly string[]
  /** Steps done become buttons back to them. */
  readonly onGo?: ((id: string) => void) | undefined
}

/** Where one stands in a wizard. */
export function Stepper({ ariaLabel, steps, current, done, onGo }: StepperProps) {
  return (
    <ol className={s['steps']} aria-label={ariaLabel}>
      {steps.map(({ id, label }, at) => {
        const isDone = done.includes(id)
        const inner = (
          <>
            <span className={cx('num', s['mark'])} aria-hidden>
              {isDone && id !== current ? <Checkmark12Filled /> : at + 1}
            </span>
            {label}
            {isDone && <VisuallyHidden>, done</VisuallyHidden>}
          </>
        )
        return (
          <li key={id} className={cx(s['step'], id === current && s['current'], isDone && s['done'])} aria-current={id === current ? 'step' : undefined}>
            {isDone && id !== current && onGo !== undefined ? (
              <button type="button" onClick={() => onGo(id)}>
                {inner}
              </button>
            ) : (
              <span className={s['still']}>{inner}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
