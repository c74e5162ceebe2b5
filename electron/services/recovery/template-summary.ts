import type { TemplateSummary } from '#shared/contract/recovery.ts'
import type { RecoveryTemplate } from '#shared/model/recovery-template.ts'
import type { EntryKind } from '#shared/model/timeline.ts'

/** A template without its rows. */
export function templateSummary({ id, label, category, anchorKind, entries, drgs, notes }: RecoveryTemplate): TemplateSummary {
  const count = (kind: EntryKind) => entries.filter(entry => entry.kind === kind).length
  return { id, label, category, anchorKind, milestones: count('milestone'), watchWindows: count('watch-window'), precautions: count('precaution'), drgs, notes }
}
