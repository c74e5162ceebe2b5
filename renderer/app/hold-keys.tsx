import { useEffect, useEffectEvent } from 'react'

/** While a form's code is on its way: the screen below must not act on keys that were meant for the form. `onKey` may keep them for it. */
export function HoldKeys({ onKey }: { readonly onKey: (event: KeyboardEvent) => void }) {
  const hear = useEffectEvent(onKey)
  useEffect(() => {
    const hold = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      hear(event)
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', hold, { capture: true })
    return () => window.removeEventListener('keydown', hold, { capture: true })
  }, [])
  return null
}
