import { useState } from 'react'

export interface Entry<Value> {
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Pure; gives 'invalid' (or what the caller takes for it) for text that says nothing. */
  readonly parse: (text: string) => Value
  readonly show: (value: Value) => string
}

/**
 * Text typed into a field whose value is something else (a day, a number). The text stays as typed while it is typed,
 * takes its regular form on leaving, and follows the value when that changes from outside.
 */
export function useEntryText<Value>({ value, onChange, parse, show }: Entry<Value>) {
  const [text, setText] = useState(() => show(value))
  const [held, setHeld] = useState(value)
  const [left, setLeft] = useState(true)
  if (value !== held) {
    setHeld(value)
    if (value !== parse(text)) setText(show(value))
  }
  const put = (next: Value, shown: string) => {
    setText(shown)
    setHeld(next)
    onChange(next)
  }
  return {
    text,
    /** The field was left, so that a message about its text no longer disturbs the typing. */
    left,
    type: (next: string) => {
      setLeft(false)
      put(parse(next), next)
    },
    choose: (next: Value) => put(next, show(next)),
    settle: () => {
      setLeft(true)
      if (value !== 'invalid') setText(show(value))
    },
  }
}
