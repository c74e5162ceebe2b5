import { Eye16Regular, EyeOff16Regular } from '@fluentui/react-icons'
import { useState, type ReactNode, type Ref } from 'react'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import s from './field-shell.module.css'
import { TextControl } from './text-control.tsx'

export interface PassphraseFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Below the field: how strong, what is missing. */
  readonly strength?: ReactNode
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** A secret, shown only while asked to; never offered to the browser's password store. */
export function PassphraseField(props: PassphraseFieldProps) {
  const [shown, setShown] = useState(false)
  const disabled = props.disabled === true
  return (
    <FieldShell {...props}>
      {(control) => (
        <>
          <TextControl
            control={control}
            text={props.value}
            onText={props.onChange}
            onBlur={props.onBlur}
            name={props.name}
            disabled={disabled}
            type={shown ? 'text' : 'password'}
            autoFocus={props.autoFocus}
            ref={props.ref}
            after={
              <button type="button" className={s['inButton']} disabled={disabled} aria-label={shown ? 'Hide what was typed' : 'Show what was typed'} aria-pressed={shown} onClick={() => setShown(!shown)}>
                {shown ? <EyeOff16Regular aria-hidden /> : <Eye16Regular aria-hidden />}
              </button>
            }
          />
          {props.strength}
        </>
      )}
    </FieldShell>
  )
}
