import { create } from 'zustand'

interface PaletteStore {
  readonly open: boolean
  /** The typed words; the results are a query. Emptied when it closes and when the workstation locks. */
  readonly words: string
  readonly show: () => void
  readonly hide: () => void
  readonly type: (words: string) => void
}

/** The search box of the top bar and Ctrl+K. */
export const usePalette = create<PaletteStore>()(set => ({
  open: false,
  words: '',
  show: () => set({ open: true, words: '' }),
  hide: () => set({ open: false, words: '' }),
  type: words => set({ words }),
}))
