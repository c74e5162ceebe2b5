import type { casesContract } from '#shared/contract/cases.ts'
import { editCase, reassignCase } from '#electron/services/cases/edit-case.ts'
import { getCase, listCaseChoices, listCasesOfPatient } from '#electron/services/cases/get-case.ts'
import { closeCase, holdCase, reopenCase, resumeCase } from '#electron/services/cases/hold-close-reopen.ts'
import { openCase } from '#electron/services/cases/open-case.ts'
import type { HandlersOf } from '../handler.ts'

export const casesHandlers: HandlersOf<typeof casesContract> = {
  'cases.get': getCase,
  'cases.ofPatient': listCasesOfPatient,
  'cases.choices': listCaseChoices,
  'cases.open': openCase,
  'cases.edit': editCase,
  'cases.reassign': reassignCase,
  'cases.hold': holdCase,
  'cases.resume': resumeCase,
  'cases.close': closeCase,
  'cases.reopen': reopenCase,
}
