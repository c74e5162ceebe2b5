import type { recoveryContract } from '#shared/contract/recovery.ts'
import { getRecovery } from '#electron/services/recovery/get-recovery.ts'
import { listTemplates } from '#electron/services/recovery/list-templates.ts'
import { markMissed, markNotApplicable, markReached, undoMark } from '#electron/services/recovery/mark-entry.ts'
import { placePlan } from '#electron/services/recovery/place-plan.ts'
import { previewPlan } from '#electron/services/recovery/preview-plan.ts'
import { printChart } from '#electron/services/recovery/print-chart.ts'
import { printPatient } from '#electron/services/recovery/print-patient.ts'
import { replanEntry } from '#electron/services/recovery/replan-entry.ts'
import { setEdd } from '#electron/services/recovery/set-edd.ts'
import { setPatientText } from '#electron/services/recovery/set-patient-text.ts'
import { shiftLater } from '#electron/services/recovery/shift-later.ts'
import { suggestTemplates } from '#electron/services/recovery/suggest-templates.ts'
import { undoEdd } from '#electron/services/recovery/undo-edd.ts'
import { undoPlace } from '#electron/services/recovery/undo-place.ts'
import { undoReplan } from '#electron/services/recovery/undo-replan.ts'
import type { HandlersOf } from '../handler.ts'

export const recoveryHandlers: HandlersOf<typeof recoveryContract> = {
  'recovery.templates': listTemplates,
  'recovery.suggest': suggestTemplates,
  'recovery.preview': previewPlan,
  'recovery.place': placePlan,
  'recovery.undoPlace': undoPlace,
  'recovery.get': getRecovery,
  'recovery.markReached': markReached,
  'recovery.markMissed': markMissed,
  'recovery.markNotApplicable': markNotApplicable,
  'recovery.undoMark': undoMark,
  'recovery.replan': replanEntry,
  'recovery.shiftLater': shiftLater,
  'recovery.undoReplan': undoReplan,
  'recovery.setEdd': setEdd,
  'recovery.undoEdd': undoEdd,
  'recovery.setPatientText': setPatientText,
  'recovery.printChart': printChart,
  'recovery.printPatient': printPatient,
}
