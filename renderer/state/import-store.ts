import { create } from 'zustand'
import type { CommandId } from '#shared/model/ids.ts'
import type { ImportPreview, ImportResult, RowChoice } from '#shared/model/import.ts'

/** A preview with what a person chose in it. `revision` counts up with every new reading of the same sheet. */
export interface PreviewStage {
  readonly stage: 'preview'
  readonly summary: ImportPreview
  readonly revision: number
  readonly choices: ReadonlyMap<string, RowChoice>
  readonly openCases: boolean
  /** The sheet is being read again. */
  readonly remapping: boolean
}

/** How far an import has come. */
export type ImportStage =
  | { readonly stage: 'choose' }
  | { readonly stage: 'reading'; readonly commandId: CommandId }
  | PreviewStage
  | { readonly stage: 'importing'; readonly commandId: CommandId; readonly from: PreviewStage }
  | { readonly stage: 'result'; readonly result: ImportResult }

interface ImportStore {
  readonly now: ImportStage
  readonly to: (stage: ImportStage) => void
  /** Changes the preview that is shown; nothing when there is none by now. */
  readonly inPreview: (change: Partial<Pick<PreviewStage, 'choices' | 'openCases' | 'remapping'>>) => void
  readonly clear: () => void
}

const start: ImportStage = { stage: 'choose' }

/** The import that is going on, whichever screen is shown meanwhile; forgotten at lock, with the core's preview. */
export const useImport = create<ImportStore>()(set => ({
  now: start,
  to: now => set({ now }),
  inPreview: change => set(({ now }) => (now.stage === 'preview' ? { now: { ...now, ...change } } : {})),
  clear: () => set({ now: start }),
}))
