import type { importsContract } from '#shared/contract/imports.ts'
import { confirmAbsence, listAbsences } from '#electron/services/interchange/absences.ts'
import { discardPreview, previewRows, remapSheet } from '#electron/services/interchange/browse-preview.ts'
import { importHistory, presentCensus } from '#electron/services/interchange/list-imports.ts'
import { previewImport } from '#electron/services/interchange/preview-files.ts'
import { runImport } from '#electron/services/interchange/run-import.ts'
import type { HandlersOf } from '../handler.ts'

export const importsHandlers: HandlersOf<typeof importsContract> = {
  'imports.absences': listAbsences,
  'imports.censusAsOf': presentCensus,
  'imports.confirmAbsence': confirmAbsence,
  'imports.discard': discardPreview,
  'imports.history': importHistory,
  'imports.preview': previewImport,
  'imports.previewRows': previewRows,
  'imports.remap': remapSheet,
  'imports.run': runImport,
}
