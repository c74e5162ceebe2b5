import { call } from '#renderer/api/client.ts'
import { flushDrafts } from './draft-keeper.ts'

/** Saves what is typed, then locks. When no answer comes the core has ended, which is a lock as well. */
export function lockNow(): void {
  void flushDrafts().then(() => call('session.lock', {})).catch(() => undefined)
}

/** Hides the screen until PIN or passphrase is typed. */
export function hideNow(): void {
  void flushDrafts().then(() => call('session.blur', {})).catch(() => undefined)
}
