import { useState } from 'react'
import { afterDrawing, begun, settled, written, type EntryText } from './entry-text.ts'

export interface Entry<Value> {
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Pure; gives 'invalid' (or what the caller takes for it) for text that says nothing. */
  readonly parse: (text: string) => Value
  readonly show: (value: Value) => string
}

/**
 * Text typed into a field whose value is something else (a day, a number). The text stays as typed while it is typed, also where the
 * parent does not take a half-typed value; it takes its regular form on leaving, and follows the value when that changes from outside.
 */
export function useEntryText<Value>({ value, onChange, parse, show }: Entry<Value>) {
  const [entry, setEntry] = useState<EntryText<Value>>(() => begun(value, show))
  const [left, setLeft] = useState(true)
  const drawn = afterDrawing(entry, value, parse, show)
  if (drawn !== entry) setEntry(drawn)
  const put = (next: Value, shown: string) => {
    setEntry((before) => written(before, shown))
    onChange(next)
  }
  return {
    text: drawn.text,
    /** The field was left, so that a message about its text no longer disturbs the typing. */
    left,
    type: (next: string) => {
      setLeft(false)
      put(parse(next), next)
    },
    choose: (next: Value) => put(next, show(next)),
    settle: () => {
      setLeft(true)
      setEntry((before) => settled(before, value, show))
    },
  }
}
