import { Field, type FieldControlProps } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './field-shell.module.css'
import { given } from './given.ts'

/** What every field takes. `value`, `onChange`, `onBlur`, `name`, `ref` and `disabled` are those of react-hook-form's Controller. */
export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly name?: string | undefined
  readonly onBlur?: (() => void) | undefined
  /** The label is read aloud but not seen. */
  readonly labelHidden?: boolean | undefined
  readonly width?: number | string | undefined
  readonly autoFocus?: boolean | undefined
}

export interface UnknownTick {
  readonly checked: boolean
  readonly onChange: (unknown: boolean) => void
}

export interface FieldShellProps extends Pick<FieldProps, 'label' | 'hint' | 'error' | 'required' | 'disabled' | 'labelHidden' | 'width'> {
  /** Present where "not known" is an answer. */
  readonly unknown?: UnknownTick | undefined
  readonly children: (control: FieldControlProps) => ReactNode
}

/** Label, hint, error and the "not known" tick around one control. */
export function FieldShell({ label, hint, error, required, disabled, labelHidden, width, unknown, children }: FieldShellProps) {
  const tickId = useId()
  return (
    <Field
      size="small"
      className={cx(s['field'], labelHidden && s['labelHidden'], unknown && s['hasTick'])}
      label={label}
      hint={hint === undefined || error !== undefined ? null : <span>{hint}</span>}
      validationMessage={error ?? null}
      required={required === true}
      {...given({ style: width === undefined ? undefined : { width, maxWidth: '100%' } })}
    >
      {(control) => (
        <>
          {children(control)}
          {unknown !== undefined && (
            <label htmlFor={tickId} className={s['tick']}>
              <input id={tickId} type="checkbox" checked={unknown.checked} disabled={disabled} {...given({ 'aria-describedby': control['aria-labelledby'] })} onChange={(event) => unknown.onChange(event.target.checked)} />
              Not known
            </label>
          )}
        </>
      )}
    </Field>
  )
}
