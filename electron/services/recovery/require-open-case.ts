import { AppError } from '#shared/contract/errors.ts'
import type { CaseRow } from '#electron/store/queries/recovery/case-facts.ts'

/** A closed case keeps its plan as it was; it is reopened before anything of it changes. */
export function requireOpenCase({ status }: Pick<CaseRow, 'status'>): void {
  if (status === 'closed') throw new AppError({ code: 'refused', message: 'This case is closed. Reopen it to change its plan.' })
}
