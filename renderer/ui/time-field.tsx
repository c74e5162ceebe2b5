import { localTimeOf } from '#shared/kernel/instant.ts'
import type { Ref } from 'react'
import { useFacility } from './facility.tsx'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import { TextControl } from './text-control.tsx'
import { parseTimeEntry } from './parse-time-entry.ts'
import { useEntryText } from './use-entry-text.ts'

/** `HH:mm` on the facility's wall. */
export type TimeEntry = string | null

export interface TimeFieldProps extends FieldProps {
  /** `HH:mm`, null while empty, 'invalid' for text that is no time. */
  readonly value: TimeEntry
  readonly onChange: (value: TimeEntry) => void
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** A time of day: `n` for now, `702`, `0702`, `7:02`, `702p`. */
export function TimeField(props: TimeFieldProps) {
  const { zone, now } = useFacility()
  const entry = useEntryText<TimeEntry>({
    value: props.value,
    onChange: props.onChange,
    parse: (text) => (text.trim() === '' ? null : (parseTimeEntry(text, localTimeOf(now(), zone)) ?? 'invalid')),
    show: (shown) => (shown === null || shown === 'invalid' ? '' : shown),
  })
  const error = props.error ?? (entry.left && props.value === 'invalid' ? 'Not a time. Type 0702, 7:02p or n for now.' : undefined)
  return (
    <FieldShell {...props} error={error}>
      {(control) => (
        <TextControl
          control={control}
          text={entry.text}
          onText={entry.type}
          num
          disabled={props.disabled}
          placeholder="HH:MM"
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
