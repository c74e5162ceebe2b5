import { create } from 'zustand'
import type { WorklistDefinition } from '#shared/model/worklist.ts'

interface CaseloadStore {
  /** What a person narrowed and sorted the list to; null: as their default says. */
  readonly chosen: WorklistDefinition | null
  /** The row the keyboard stood on. */
  readonly active: number
  /** Another list begins at its first row. */
  readonly show: (definition: WorklistDefinition) => void
  readonly stand: (row: number) => void
  readonly clear: () => void
}

const start = { chosen: null, active: 0 }

/** Where a person is in the caseload, so that "Back" from a case leads to the same list and row. Forgotten at lock: the filter may hold a name. */
export const useCaseload = create<CaseloadStore>()(set => ({
  ...start,
  show: chosen => set({ chosen, active: 0 }),
  stand: active => set({ active }),
  clear: () => set(start),
}))
