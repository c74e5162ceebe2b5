import { create } from 'zustand'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'

interface PrintedListStore {
  readonly definition: WorklistDefinition
  readonly choose: (definition: WorklistDefinition) => void
}

/** Which list goes on paper: handed from the table to the print preview. */
export const usePrintedList = create<PrintedListStore>()(set => ({
  definition: { ...wholeCaseload, scope: 'mine' },
  choose: definition => set({ definition }),
}))
