import type { CaseFacts } from '#shared/domain/recovery/case-facts.ts'
import { placeEntry } from '#shared/domain/recovery/place-entry.ts'
import { proposeAnchors } from '#shared/domain/recovery/propose-anchors.ts'
import { rowApplies, type RowApplies } from '#shared/domain/recovery/row-applies.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { AnchorProposal } from '#shared/model/recovery.ts'
import type { Anchors, RecoveryTemplate, TemplateEntry, TemplateId, TemplateLibrary } from '#shared/model/recovery-template.ts'
import type { Window } from '#shared/model/timeline.ts'

export interface PlanRow extends RowApplies {
  readonly entry: TemplateEntry
  readonly window: Window
  readonly reference: string | 'none'
  readonly alreadyOnCase: boolean
}

export interface Plan {
  readonly template: RecoveryTemplate
  readonly anchors: readonly AnchorProposal[]
  readonly rows: readonly PlanRow[]
}

/** What a template would put down for a case: its own rows, then the common ones, each with its days and whether it is placed by default. */
export function planRows(library: TemplateLibrary, templateId: TemplateId, facts: CaseFacts, given: Anchors, placedCodes: ReadonlySet<string>, today: PlainDate): Plan {
  const template = library.templates.find(({ id }) => id === templateId)
  if (template === undefined) throw new AppError({ code: 'not-found', message: 'There is no template of that name.' })
  const anchors = proposeAnchors(template, library, facts, given)
  const rows = [...template.entries, ...library.common].map(entry => ({
    entry,
    window: placeEntry(entry, anchors, facts, today),
    reference: referenceOf(entry, facts),
    alreadyOnCase: placedCodes.has(entry.code),
    ...rowApplies(entry, templateId, facts),
  }))
  return { template, anchors, rows }
}

/** The working DRG's GMLOS with its fiscal year where the source refers to it; why there is none when it is not known. */
function referenceOf(entry: TemplateEntry, { expectedStay }: CaseFacts): string | 'none' {
  if (entry.reference === 'none') return 'none'
  return expectedStay.state === 'known' ? expectedStay.label : `${entry.reference}: ${expectedStay.why}`
}
