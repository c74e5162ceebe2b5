import { Checkbox, Field, Radio, RadioGroup, Switch, useMergedRefs } from '@fluentui/react-components'
import type { Ref } from 'react'
import s from './choice-fields.module.css'
import { cx } from './cx.ts'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import { given } from './given.ts'

export interface CheckFieldProps extends Omit<FieldProps, 'labelHidden'> {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** A yes that is no when left alone. Where "not known" differs from "no", use YesNoField. */
export function CheckField(props: CheckFieldProps) {
  const ref = useMergedRefs<HTMLInputElement>(props.ref)
  return (
    <Field size="small" hint={props.hint === undefined ? null : <span>{props.hint}</span>} validationMessage={props.error ?? null} className={s['check'] ?? ''}>
      <Checkbox
        ref={ref}
        label={props.label}
        checked={props.value}
        onChange={(_, data) => props.onChange(data.checked === true)}
        disabled={props.disabled === true}
        {...given({ name: props.name, onBlur: props.onBlur, autoFocus: props.autoFocus })}
      />
    </Field>
  )
}

/** A setting that takes effect at once. */
export function SwitchField(props: CheckFieldProps) {
  const ref = useMergedRefs<HTMLInputElement>(props.ref)
  return (
    <Field size="small" hint={props.hint === undefined ? null : <span>{props.hint}</span>} validationMessage={props.error ?? null} className={s['check'] ?? ''}>
      <Switch ref={ref} label={props.label} checked={props.value} onChange={(_, data) => props.onChange(data.checked)} disabled={props.disabled === true} {...given({ name: props.name, onBlur: props.onBlur, autoFocus: props.autoFocus })} />
    </Field>
  )
}

export interface RadioOption {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean | undefined
}

export interface RadioFieldProps extends FieldProps {
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly options: readonly RadioOption[]
  readonly layout?: 'row' | 'column' | undefined
  readonly ref?: Ref<HTMLDivElement> | undefined
}

/** One of a few, all in sight. */
export function RadioField(props: RadioFieldProps) {
  const ref = useMergedRefs<HTMLDivElement>(props.ref)
  return (
    <FieldShell {...props}>
      {(control) => (
        <RadioGroup
          {...control}
          ref={ref}
          layout={props.layout === 'row' ? 'horizontal' : 'vertical'}
          className={cx(s['radios'], props.layout === 'row' && s['row'])}
          value={props.value ?? ''}
          onChange={(_, data) => props.onChange(data.value)}
          disabled={props.disabled === true}
          {...given({ name: props.name, onBlur: props.onBlur })}
        >
          {props.options.map((option) => (
            <Radio
              key={option.value}
              value={option.value}
              disabled={option.disabled === true || props.disabled === true}
              label={
                <>
                  {option.label}
                  {option.hint !== undefined && <span className={s['hint']}>{option.hint}</span>}
                </>
              }
            />
          ))}
        </RadioGroup>
      )}
    </FieldShell>
  )
}

export interface YesNoFieldProps extends FieldProps {
  readonly value: boolean | 'unknown' | null
  readonly onChange: (value: boolean | 'unknown') => void
  readonly ref?: Ref<HTMLDivElement> | undefined
}

const answers: readonly RadioOption[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
]

/** Yes, no, or not known; null until answered. */
export function YesNoField({ value, onChange, ...rest }: YesNoFieldProps) {
  const chosen = value === null || value === 'unknown' ? value : value ? 'yes' : 'no'
  return <RadioField {...rest} layout="row" options={answers} value={chosen} onChange={(answer) => onChange(answer === 'unknown' ? 'unknown' : answer === 'yes')} />
}
