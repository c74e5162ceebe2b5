/** The text of a field, beside the value it stands for. */
export interface EntryText<Value> {
  readonly text: string
  /** The parent's value when the field was last drawn. */
  readonly seen: Value
  /** Typed since then: whatever value comes with the next drawing answers it. */
  readonly asks: boolean
}

/** A field nobody has typed into. */
export const begun = <Value>(value: Value, show: (value: Value) => string): EntryText<Value> => ({ text: show(value), seen: value, asks: false })

/** After a keystroke or a choice. */
export const written = <Value>(entry: EntryText<Value>, text: string): EntryText<Value> => ({ ...entry, text, asks: true })

/** When the field is left: its regular form, or the text itself where it says nothing. */
export const settled = <Value>(entry: EntryText<Value>, value: Value, show: (value: Value) => string): EntryText<Value> =>
  value === 'invalid' ? entry : { ...entry, text: show(value) }

/**
 * The text once the parent has drawn the field with `value`. A parent's answer to typing leaves the text alone, whether it took the value,
 * kept its own or emptied it; a value that changes otherwise is shown. The same object when nothing changed.
 */
export function afterDrawing<Value>(entry: EntryText<Value>, value: Value, parse: (text: string) => Value, show: (value: Value) => string): EntryText<Value> {
  if (entry.asks) return { ...entry, seen: value, asks: false }
  if (value === entry.seen) return entry
  return { text: value === parse(entry.text) ? entry.text : show(value), seen: value, asks: false }
}
