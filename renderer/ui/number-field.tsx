import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import { TextControl } from './text-control.tsx'
import { parseNumberEntry } from './parse-number-entry.ts'
import { useEntryText } from './use-entry-text.ts'

export type NumberEntry = number | null | 'unknown' | 'invalid'

export interface NumberFieldProps extends FieldProps {
  readonly value: NumberEntry
  readonly onChange: (value: NumberEntry) => void
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** What Arrow up and down add; 1 unless said. */
  readonly step?: number | undefined
  readonly decimals?: number | undefined
  /** Behind the figure: `days`, `%`, `kg`. */
  readonly unit?: ReactNode
  readonly allowUnknown?: boolean | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** A number typed as text: no spinner, no wheel, nothing rounded. Out-of-range numbers are passed on and marked. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step = 1, decimals = 0, allowUnknown } = props
  const entry = useEntryText<NumberEntry>({
    value,
    onChange,
    parse: (text) => (text.trim() === '' ? null : (parseNumberEntry(text, decimals) ?? 'invalid')),
    show: (shown) => (typeof shown === 'number' ? String(shown) : ''),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || event.altKey || event.ctrlKey) return
    event.preventDefault()
    const from = typeof value === 'number' ? value : (min ?? 0) - (direction > 0 ? step : 0)
    const next = Number((from + direction * step).toFixed(decimals))
    entry.choose(Math.min(max ?? next, Math.max(min ?? next, next)))
  }
  const unknown = value === 'unknown'
  const error = props.error ?? (entry.left ? numberMessage(value, min, max, decimals) : undefined)
  return (
    <FieldShell {...props} error={error} unknown={allowUnknown === true ? { checked: unknown, onChange: (checked) => entry.choose(checked ? 'unknown' : null) } : undefined}>
      {(control) => (
        <TextControl
          control={control}
          text={entry.text}
          onText={entry.type}
          num
          inputMode={decimals > 0 ? 'decimal' : 'numeric'}
          unknown={unknown}
          disabled={props.disabled}
          onKeyDown={onKeyDown}
          after={props.unit}
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

function numberMessage(value: NumberEntry, min: number | undefined, max: number | undefined, decimals: number): string | undefined {
  if (value === 'invalid') return decimals === 0 ? 'Not a whole number.' : `Not a number with at most ${decimals} decimals.`
  if (typeof value !== 'number') return undefined
  if (min !== undefined && max !== undefined && (value < min || value > max)) return `From ${min} to ${max}.`
  if (min !== undefined && value < min) return `At least ${min}.`
  return max !== undefined && value > max ? `At most ${max}.` : undefined
}
