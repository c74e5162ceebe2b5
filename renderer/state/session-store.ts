import { create } from 'zustand'
import type { SessionState } from '#shared/model/session.ts'

interface SessionStore {
  /** `null` until the core has answered for the first time. */
  readonly session: SessionState | null
  /** Who was signed in last in this window: the same person comes back to the same screen. */
  readonly lastPersonId: string | null
  readonly changed: (session: SessionState) => void
}

/** What the page shows of the lock. Told by `session.changed`; the core decides. */
export const useSession = create<SessionStore>()(set => ({
  session: null,
  lastPersonId: null,
  changed: session => set(s => ({ session, lastPersonId: session.state === 'unlocked' ? session.person.personId : s.lastPersonId })),
}))
