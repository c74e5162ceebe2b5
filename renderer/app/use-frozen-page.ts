import { useEffect } from 'react'

/** While the screen is hidden nothing of it may be copied or found, and selected text is let go. */
export function useFrozenPage(): void {
  useEffect(() => {
    window.getSelection()?.removeAllRanges()
    const refuse = (event: Event): void => event.preventDefault()
    document.addEventListener('copy', refuse, { capture: true })
    document.addEventListener('cut', refuse, { capture: true })
    return () => {
      document.removeEventListener('copy', refuse, { capture: true })
      document.removeEventListener('cut', refuse, { capture: true })
    }
  }, [])
}
