import { useCaseload } from '#renderer/state/caseload-store.ts'
import { useImport } from '#renderer/state/import-store.ts'
import { useNotices } from '#renderer/state/notices-store.ts'
import { usePalette } from '#renderer/state/palette-store.ts'
import { usePrintedList } from '#renderer/state/printed-list-store.ts'
import { forgetCopied } from '#renderer/ui/copy-text.ts'
import { forgetDrafts } from './draft-keeper.ts'

/** After a lock, and when the connection is gone for good: no text about a patient stays in the page's memory. Places stay: they hold ids only. */
export function forgetTexts(): void {
  forgetDrafts()
  forgetCopied()
  usePalette.getState().hide()
  usePrintedList.getState().clear()
  useCaseload.getState().clear()
  useImport.getState().clear()
  useNotices.getState().clear()
}
