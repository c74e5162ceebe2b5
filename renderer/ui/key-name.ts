interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** One name for a key press: `m`, `Shift+Enter`, `Ctrl+Alt+ArrowLeft`. Command counts as Ctrl; letters are lower case. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const letter = key.length === 1
  const parts = [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && (!letter || /[a-z]/i.test(key)) && 'Shift', letter ? key.toLowerCase() : key]
  return parts.filter((part) => part !== false).join('+')
}
