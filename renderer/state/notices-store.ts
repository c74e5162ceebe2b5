import { create } from 'zustand'
import type { EventData } from '#shared/contract/events.ts'

export type Notice = EventData<'store.notice'>

interface NoticesStore {
  /** Warnings and dangers of the whole store, oldest first, each once. */
  readonly notices: readonly Notice[]
  /** The newest plain information, such as when the data file was checked. */
  readonly info: string | null
  readonly tell: (notice: Notice) => void
  readonly dismiss: (notice: Notice) => void
  readonly clear: () => void
}

/** What has to stay in view about the store as a whole. */
export const useNotices = create<NoticesStore>()(set => ({
  notices: [],
  info: null,
  tell: notice =>
    set(s => (notice.severity === 'info' ? { info: notice.message } : { notices: [...s.notices.filter(n => n.message !== notice.message), notice] })),
  dismiss: notice => set(s => ({ notices: s.notices.filter(n => n !== notice) })),
  clear: () => set({ notices: [], info: null }),
}))
