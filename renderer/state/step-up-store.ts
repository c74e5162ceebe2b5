import { create } from 'zustand'

interface StepUpStore {
  /** A command waits for the passphrase. */
  readonly asking: boolean
  /** Asks the person for the passphrase; true once the core has taken it, false when they gave up or the workstation locked. */
  readonly ask: () => Promise<boolean>
  readonly settle: (proved: boolean) => void
}

let waiting: ((proved: boolean) => void)[] = []

/** Whether a command waits until the person has shown again who they are. */
export const useStepUp = create<StepUpStore>()(set => ({
  asking: false,
  ask: () =>
    new Promise(resolve => {
      waiting = [...waiting, resolve]
      set({ asking: true })
    }),
  settle(proved) {
    const all = waiting
    waiting = []
    set({ asking: false })
    for (const resolve of all) resolve(proved)
  },
}))
