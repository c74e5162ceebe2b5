import type { TimelineEntryId } from '#shared/model/ids.ts'
import type { MilestoneLink } from './milestone-link.ts'

/**
 * A round of links in which everything waits for itself, in the order in which one waits for the next; `none` where there is no such round.
 *
 * A link from an entry to itself is the shortest one.
 */
export function findLinkCycle(links: readonly Pick<MilestoneLink, 'beforeId' | 'afterId'>[]): readonly TimelineEntryId[] | 'none' {
  const after = Map.groupBy(links, ({ beforeId }) => beforeId)
  const settled = new Set<TimelineEntryId>()
  for (const start of after.keys()) {
    const cycle = walk(start, after, settled)
    if (cycle !== 'none') return cycle
  }
  return 'none'
}

/** Depth first with a stack of its own: a chain may be as long as the plan. */
function walk(
  start: TimelineEntryId, after: ReadonlyMap<TimelineEntryId, readonly Pick<MilestoneLink, 'afterId'>[]>, settled: Set<TimelineEntryId>,
): readonly TimelineEntryId[] | 'none' {
  const path: { readonly id: TimelineEntryId; next: number }[] = [{ id: start, next: 0 }]
  const onPath = new Set([start])
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const following = settled.has(top.id) ? undefined : after.get(top.id)?.[top.next]
    if (following === undefined) {
      settled.add(top.id)
      onPath.delete(top.id)
      path.pop()
      continue
    }
    top.next += 1
    if (onPath.has(following.afterId)) return path.slice(path.findIndex(({ id }) => id === following.afterId)).map(({ id }) => id)
    if (settled.has(following.afterId)) continue
    path.push({ id: following.afterId, next: 0 })
    onPath.add(following.afterId)
  }
  return 'none'
}
