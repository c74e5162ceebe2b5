import { call } from '#renderer/api/client.ts'

const PAUSE_MS = 300
/** By key: the value that came since the last save, `null` when none did. */
const pausing = new Map<string, string | null>()

/** Saves one choice: the first at once, then the newest after each pause. A divider that is dragged must not write to the disk at every pixel. */
export function savePreference(key: string, value: string): void {
  if (pausing.has(key)) {
    pausing.set(key, value)
    return
  }
  pausing.set(key, null)
  call('session.savePreference', { key, value }).catch(() => undefined)
  setTimeout(() => {
    const newest = pausing.get(key) ?? null
    pausing.delete(key)
    if (newest !== null) savePreference(key, newest)
  }, PAUSE_MS)
}
