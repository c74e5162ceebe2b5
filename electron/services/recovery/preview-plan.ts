import { timingWords } from '#shared/domain/recovery/timing-words.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { entriesOfCase } from '#electron/store/queries/recovery/entries.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { loadFacts } from './load-facts.ts'
import { planRows } from './plan-rows.ts'
import { shown } from './shown.ts'
import { templateLibrary } from './template-library.ts'
import { templateSummary } from './template-summary.ts'

/** The plan before it is placed: every row with its days, its figure in words, source and confidence. */
export function previewPlan({ store, resources }: Deps, context: RequestContext, { caseId, templateId, anchors: given }: Parsed<'recovery.preview'>): Output<'recovery.preview'> {
  return store.read(db => {
    const { facts } = loadFacts(db, caseId, context)
    const placed = new Set(entriesOfCase(db, caseId).map(({ code }) => code))
    const { template, anchors, rows } = planRows(templateLibrary(resources), templateId, facts, given, placed, context.today)
    return {
      template: templateSummary(template),
      anchors: [...anchors],
      rows: rows.map(({ entry, window, reference, proposed, because, alreadyOnCase }) => ({
        code: entry.code, label: entry.label, kind: entry.kind, domain: entry.domain, anchorKind: entry.anchorKind,
        rule: entry.timing.kind === 'rule' ? entry.timing.rules.join(', ') : 'none',
        window, timing: shown(timingWords(entry)), sourceTitle: entry.sourceTitle, sourceUrl: entry.sourceUrl, confidence: entry.confidence, country: entry.country,
        reference: shown(reference), note: entry.note, proposed, because: shown(because), alreadyOnCase,
      })),
    }
  })
}
