import { plusDays } from '#shared/kernel/plain-date.ts'
import type { Window } from '#shared/model/timeline.ts'

/** The window `days` calendar days later (earlier when negative), as long as before; one without dates stays so. */
export function shiftWindow(window: Window, days: number): Window {
  if (window === 'no-date') return window
  return { from: plusDays(window.from, days), on: plusDays(window.on, days), to: plusDays(window.to, days) }
}
