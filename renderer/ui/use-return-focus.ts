import { useEffect, useState } from 'react'

/**
 * Gives focus back, when an overlay closes or goes, to what had it before: Fluent does so only for overlays opened by its own
 * triggers. Focus that has moved on to something else by then stays there.
 */
export function useReturnFocus(open: boolean): void {
  const [wasOpen, setWasOpen] = useState(false)
  const [before, setBefore] = useState<Element | null>(null)
  // Read while rendering: once the overlay is in the document, the focus is already in it.
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) setBefore(document.activeElement)
  }
  useEffect(() => {
    if (!open || !(before instanceof HTMLElement)) return
    return () => focusWhenLost(before, 20)
  }, [open, before])
}

/** A closing overlay fades out with the focus still in it: waits until it is gone, at most a second. */
function focusWhenLost(element: HTMLElement, triesLeft: number): void {
  setTimeout(() => {
    const now = document.activeElement
    if (now === null || now === document.body) {
      if (element.isConnected) element.focus()
    } else if (triesLeft > 0 && now !== element) focusWhenLost(element, triesLeft - 1)
  }, 50)
}
