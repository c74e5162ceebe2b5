import { fitTemplates } from '#shared/domain/recovery/fit-templates.ts'
import { proposeAnchors } from '#shared/domain/recovery/propose-anchors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { timelinesOfCase } from '#electron/store/queries/recovery/timelines.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { loadFacts } from './load-facts.ts'
import { shown } from './shown.ts'
import { templateLibrary } from './template-library.ts'
import { templateSummary } from './template-summary.ts'

/** The templates in order of fit, each with the reasons and the day it would be counted from. */
export function suggestTemplates({ store, resources }: Deps, context: RequestContext, { caseId }: Parsed<'recovery.suggest'>): Output<'recovery.suggest'> {
  const library = templateLibrary(resources)
  return store.read(db => {
    const { facts } = loadFacts(db, caseId, context)
    const placed = new Set(timelinesOfCase(db, caseId).map(({ templateId }) => templateId))
    const suggestions = fitTemplates(library, facts).map(({ template, basis, why }) => {
      const anchor = proposeAnchors(template, library, facts, {}).find(({ kind }) => kind === template.anchorKind)
      return {
        template: templateSummary(template),
        basis,
        why: why.map(shown),
        anchor: anchor ?? { kind: template.anchorKind, on: 'unknown' as const, from: 'Not known', assumed: false },
        alreadyPlaced: placed.has(template.id),
      }
    })
    return { suggestions }
  })
}
