import { Suspense, useEffect } from 'react'
import { usePalette } from '#renderer/state/palette-store.ts'
import { slots } from './slots.ts'

/** The palette behind Ctrl+K. Its code comes on demand; what is typed until it stands is kept for it. */
export function PaletteSlot() {
  const open = usePalette(s => s.open)
  return open ? <Suspense fallback={<KeepTyping />}><slots.palette /></Suspense> : null
}

function KeepTyping() {
  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      const { words, type, hide } = usePalette.getState()
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key.length === 1) type(words + event.key)
      else if (event.key === 'Backspace') type(words.slice(0, -1))
      else if (event.key === 'Escape') hide()
      else if (event.key !== 'Enter') return
      // The screen below must not act on keys that were meant for the palette.
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', keep, { capture: true })
    return () => window.removeEventListener('keydown', keep, { capture: true })
  }, [])
  return null
}
