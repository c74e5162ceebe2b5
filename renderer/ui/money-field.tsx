import { formatCents, parseCents, type Cents } from '#shared/kernel/cents.ts'
import type { Ref } from 'react'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import { TextControl } from './text-control.tsx'
import { useEntryText } from './use-entry-text.ts'

export type MoneyEntry = Cents | null | 'unknown' | 'invalid'

export interface MoneyFieldProps extends FieldProps {
  readonly value: MoneyEntry
  readonly onChange: (value: MoneyEntry) => void
  readonly allowUnknown?: boolean | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** Dollars and cents. */
export function MoneyField(props: MoneyFieldProps) {
  const { value, onChange, allowUnknown } = props
  const entry = useEntryText<MoneyEntry>({
    value,
    onChange,
    parse: (text) => (text.trim() === '' ? null : (parseCents(text) ?? 'invalid')),
    show: (shown) => (typeof shown === 'number' ? formatCents(shown).replace('$', '') : ''),
  })
  const unknown = value === 'unknown'
  const error = props.error ?? (entry.left && value === 'invalid' ? 'Not an amount. Type 1736 or 1,736.50.' : undefined)
  return (
    <FieldShell {...props} error={error} unknown={allowUnknown === true ? { checked: unknown, onChange: (checked) => entry.choose(checked ? 'unknown' : null) } : undefined}>
      {(control) => (
        <TextControl
          control={control}
          text={entry.text}
          onText={entry.type}
          num
          inputMode="decimal"
          unknown={unknown}
          disabled={props.disabled}
          before="$"
          onBlur={() => {
            entry.settle()
            props.onBlur?.()
          }}
          name={props.name}
          autoFocus={props.autoFocus}
          ref={props.ref}
        />
      )}
    </FieldShell>
  )
}
