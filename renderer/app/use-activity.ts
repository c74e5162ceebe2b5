import { useEffect } from 'react'
import { call } from '#renderer/api/client.ts'
import { useActivityStore } from '#renderer/state/activity-store.ts'

/** The core hears of the person at most this often; it counts in seconds, not in keystrokes. */
const TELL_EVERY_MS = 5_000
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Tells the core that somebody is there, so that the workstation neither blurs nor locks under their hands. */
export function useActivity(enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return
    let told = -TELL_EVERY_MS
    const active = (): void => {
      const now = performance.now()
      useActivityStore.getState().seen(now)
      if (now - told < TELL_EVERY_MS) return
      told = now
      call('session.activity', {}).catch(() => undefined)
    }
    active()
    for (const sign of SIGNS) window.addEventListener(sign, active, { capture: true, passive: true })
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, active, { capture: true })
    }
  }, [enabled])
}
