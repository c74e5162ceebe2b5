import type { Output, Parsed } from '#shared/contract/index.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { templateLibrary } from './template-library.ts'
import { templateSummary } from './template-summary.ts'

export function listTemplates({ resources }: Deps, _context: RequestContext, _input: Parsed<'recovery.templates'>): Output<'recovery.templates'> {
  const { asOf, status, templates } = templateLibrary(resources)
  return { asOf, status, templates: templates.map(templateSummary) }
}
