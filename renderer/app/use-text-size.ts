import { useEffect } from 'react'
import { useAppearance } from '#renderer/state/appearance-store.ts'

/** Marks the page with the chosen text size; `text-size.css` does the rest. */
export function useTextSize(): void {
  const textSize = useAppearance(s => s.appearance.textSize)
  useEffect(() => {
    document.documentElement.dataset['text'] = textSize
  }, [textSize])
}
