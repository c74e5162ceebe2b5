import { Select, useMergedRefs } from '@fluentui/react-components'
import type { Ref } from 'react'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import s from './field-shell.module.css'
import { given } from './given.ts'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean | undefined
}

export interface SelectFieldProps extends FieldProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly options: readonly SelectOption[]
  /** Stands for null. */
  readonly placeholder?: string | undefined
  readonly allowUnknown?: boolean | undefined
  readonly ref?: Ref<HTMLSelectElement> | undefined
}

/** One of a short list, in the system's own list box: opens at once, finds by typing, works with every reader. */
export function SelectField(props: SelectFieldProps) {
  const { value, onChange, options, placeholder, allowUnknown, required } = props
  const ref = useMergedRefs<HTMLSelectElement>(props.ref)
  // Nothing may be chosen only where the field has a word for it; once something is chosen a required field has no way back to nothing.
  const blank = value === null || (required !== true && placeholder !== undefined)
  return (
    <FieldShell {...props}>
      {(control) => (
        <Select
          {...control}
          ref={ref}
          size="small"
          className={s['wide'] ?? ''}
          value={value ?? ''}
          onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
          autoComplete="off"
          disabled={props.disabled === true}
          {...given({ name: props.name, onBlur: props.onBlur, autoFocus: props.autoFocus })}
        >
          {blank && <option value="">{placeholder ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
          {allowUnknown === true && <option value="unknown">Not known</option>}
        </Select>
      )}
    </FieldShell>
  )
}
