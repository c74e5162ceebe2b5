import type { TimelineEntryId } from '#shared/model/ids.ts'
import type { MilestoneLink } from './milestone-link.ts'

/**
 * The entries so that each stands behind all it waits for; entries without links keep their order. Links that name an entry which is not
 * there count for nothing. Throws a RangeError when the links go round: `findLinkCycle` refuses such links before they are saved.
 */
export function inLinkOrder<Entry extends { readonly id: TimelineEntryId }>(entries: readonly Entry[], links: readonly MilestoneLink[]): readonly Entry[] {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  const known = links.filter(({ beforeId, afterId }) => byId.has(beforeId) && byId.has(afterId))
  const waitsFor = new Map<TimelineEntryId, number>()
  for (const { afterId } of known) waitsFor.set(afterId, (waitsFor.get(afterId) ?? 0) + 1)
  const after = Map.groupBy(known, ({ beforeId }) => beforeId)
  const ordered = entries.filter(({ id }) => !waitsFor.has(id))
  // Grows while it is walked.
  for (const { id } of ordered) {
    for (const { afterId } of after.get(id) ?? []) {
      const left = (waitsFor.get(afterId) ?? 0) - 1
      waitsFor.set(afterId, left)
      const freed = byId.get(afterId)
      if (left === 0 && freed !== undefined) ordered.push(freed)
    }
  }
  if (ordered.length !== entries.length) throw new RangeError('The links go round.')
  return ordered
}
