import { create } from 'zustand'
import type { SessionState } from '#shared/model/session.ts'

interface SessionStore {
  /** `null` until the core has answered for the first time. */
  readonly session: SessionState | null
  /** The core did not answer at all. */
  readonly isUnreachable: boolean
  /** Who was signed in last in this window: the same person comes back to the same screen. */
  readonly lastPersonId: string | null
  /** What was typed at the last sign-in in this window. */
  readonly lastSignInName: string
  /** The set-up still shows the recovery key: it ends before the first screen is shown. */
  readonly isSettingUp: boolean
  readonly changed: (session: SessionState) => void
  readonly signedInAs: (signInName: string) => void
  readonly unreachable: () => void
  readonly settingUp: (isSettingUp: boolean) => void
}

/** What the page shows of the lock. Told by `session.changed`; the core decides. */
export const useSession = create<SessionStore>()(set => ({
  session: null,
  isUnreachable: false,
  lastPersonId: null,
  lastSignInName: '',
  isSettingUp: false,
  changed: session =>
    set(s => ({ session, isUnreachable: false, lastPersonId: session.state === 'unlocked' ? session.person.personId : s.lastPersonId, isSettingUp: s.isSettingUp && session.state !== 'locked' })),
  signedInAs: lastSignInName => set({ lastSignInName }),
  unreachable: () => set({ isUnreachable: true }),
  settingUp: isSettingUp => set({ isSettingUp }),
}))
