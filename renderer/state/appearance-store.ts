import { create } from 'zustand'
import type { Appearance } from '#shared/contract/session.ts'

interface AppearanceStore {
  readonly appearance: Appearance
  readonly choose: (appearance: Appearance) => void
}

/** How the page looks: the signed-in person's preference, the system's before anyone has signed in. */
export const useAppearance = create<AppearanceStore>()(set => ({
  appearance: { theme: 'system', textSize: 'normal', compactRows: false },
  choose: appearance => set({ appearance }),
}))
