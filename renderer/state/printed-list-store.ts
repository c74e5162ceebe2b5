import { create } from 'zustand'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'

interface PrintedListStore {
  readonly definition: WorklistDefinition
  readonly choose: (definition: WorklistDefinition) => void
  readonly clear: () => void
}

const mine: WorklistDefinition = { ...wholeCaseload, scope: 'mine' }

/** Which list goes on paper: handed from the table to the print preview. Its words may name a patient: emptied when the workstation locks. */
export const usePrintedList = create<PrintedListStore>()(set => ({
  definition: mine,
  choose: definition => set({ definition }),
  clear: () => set({ definition: mine }),
}))
