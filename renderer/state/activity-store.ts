import { create } from 'zustand'

interface ActivityStore {
  /** Milliseconds of the page's monotonic clock at the last key or pointer. */
  readonly lastSeen: number
  readonly seen: (now: number) => void
}

/** When somebody last touched the page, for the warning before the lock. Read it with `getState`: it changes with every move. */
export const useActivityStore = create<ActivityStore>()(set => ({ lastSeen: 0, seen: now => set({ lastSeen: now }) }))
