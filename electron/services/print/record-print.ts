import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { findRecoveryCase } from '#electron/store/queries/recovery/case-facts.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** Writes down that a paper leaves the program: what kind, to where, how many pages, by whom. Called before the printer gets it. */
export function recordPrint({ store }: Deps, context: RequestContext, { paper, caseId, subject, target, pages, largePrint }: Parsed<'print.record'>): Output<'print.record'> {
  return store.write(context, db => {
    const head = caseId === 'none' ? null : findRecoveryCase(db, caseId)
    if (caseId !== 'none' && head === null) throw new AppError({ code: 'not-found', message: 'That case is no longer here.' })
    const about = caseId === 'none' ? { entity: null, entityId: null } : { entity: 'case', entityId: caseId }
    db.audit({ action: 'paper.printed', ...about, patientId: head?.patientId ?? null, detail: { paper, subject, target, pages, largePrint } })
    return { recorded: true } as const
  })
}
