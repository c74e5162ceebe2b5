import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import { TextControl } from './text-control.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'tel' | 'email' | undefined
  /** For identifiers and figures: tabular digits, slashed zero. */
  readonly num?: boolean | undefined
  readonly maxLength?: number | undefined
  readonly placeholder?: string | undefined
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly allowUnknown?: boolean | undefined
  readonly onEnter?: (() => void) | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** One line of text. The browser offers nothing it remembers: what is typed here is a patient's. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, allowUnknown, onEnter } = props
  const unknown = allowUnknown === true && value === 'unknown'
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || onEnter === undefined) return
    event.preventDefault()
    onEnter()
  }
  return (
    <FieldShell {...props} unknown={allowUnknown === true ? { checked: unknown, onChange: (checked) => onChange(checked ? 'unknown' : '') } : undefined}>
      {(control) => (
        <TextControl
          control={control}
          text={value}
          onText={onChange}
          unknown={unknown}
          onBlur={props.onBlur}
          onKeyDown={onEnter === undefined ? undefined : onKeyDown}
          name={props.name}
          disabled={props.disabled}
          type={props.type}
          num={props.num}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          before={props.before}
          after={props.after}
          autoFocus={props.autoFocus}
          ref={props.ref}
        />
      )}
    </FieldShell>
  )
}
