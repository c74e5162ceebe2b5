import { Suspense } from 'react'
import { usePalette } from '#renderer/state/palette-store.ts'
import { HoldKeys } from './hold-keys.tsx'
import { slots } from './slots.ts'

/** The palette behind Ctrl+K. Its code comes on demand; what is typed until it stands is kept for it. */
export function PaletteSlot() {
  const open = usePalette(s => s.open)
  return open ? <Suspense fallback={<HoldKeys onKey={keepTyping} />}><slots.palette /></Suspense> : null
}

/** What is typed becomes the palette's first words. */
function keepTyping(event: KeyboardEvent): void {
  const { words, type, hide } = usePalette.getState()
  if (event.key.length === 1) type(words + event.key)
  else if (event.key === 'Backspace') type(words.slice(0, -1))
  else if (event.key === 'Escape') hide()
}
