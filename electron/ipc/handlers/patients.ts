import type { patientsContract } from '#shared/contract/patients.ts'
import { confirmDeath, withdrawDeath } from '#electron/services/patients/change-vital.ts'
import { correctPatient } from '#electron/services/patients/correct-patient.ts'
import { createPatient } from '#electron/services/patients/create-patient.ts'
import { findDuplicates, listDuplicatePairs } from '#electron/services/patients/find-duplicates.ts'
import { getClinicalFacts } from '#electron/services/patients/get-clinical-facts.ts'
import { getPatient } from '#electron/services/patients/get-patient.ts'
import { keepPatientsApart } from '#electron/services/patients/keep-patients-apart.ts'
import { mergePatients } from '#electron/services/patients/merge-patients.ts'
import { undoMerge } from '#electron/services/patients/undo-merge.ts'
import type { HandlersOf } from '../handler.ts'

export const patientsHandlers: HandlersOf<typeof patientsContract> = {
  'patients.get': getPatient,
  'patients.facts': getClinicalFacts,
  'patients.findDuplicates': findDuplicates,
  'patients.duplicatePairs': listDuplicatePairs,
  'patients.create': createPatient,
  'patients.correct': correctPatient,
  'patients.confirmDeath': confirmDeath,
  'patients.withdrawDeath': withdrawDeath,
  'patients.keepApart': keepPatientsApart,
  'patients.merge': mergePatients,
  'patients.undoMerge': undoMerge,
}
