import type { EntryView, TimelineView } from '#shared/contract/recovery.ts'
import { formatDay } from '#shared/kernel/plain-date.ts'
import { Day } from '#renderer/ui/day.tsx'
import { Facts, type Fact } from '#renderer/ui/facts.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import { anchorNames, windowWords } from './recovery-words.ts'
import { standingWords } from './standing-words.ts'

/** What is known of an entry, with where its figure comes from. */
export function EntryFacts({ entry, timeline }: { readonly entry: EntryView; readonly timeline: TimelineView | undefined }) {
  const { today } = useFacility()
  const standing = standingWords(entry.standing)
  const { planned, baseline } = entry
  const items: readonly (Fact | false)[] = [
    { label: 'Standing', value: <StatusTag quiet tone={standing.tone}>{standing.long}</StatusTag> },
    { label: 'Planned', value: planned === 'no-date' ? 'No date' : `${windowWords(planned, today)}, typically ${formatDay(planned.on, today)}` },
    entry.movedDays !== 0 && baseline !== 'no-date' && { label: 'First plan', value: `${windowWords(baseline, today)} (${entry.movedDays > 0 ? '+' : '−'}${Math.abs(entry.movedDays)} d since)` },
    entry.reachedOn !== 'not-reached' && { label: 'Reached', value: <><Day value={entry.reachedOn} />, {entry.reachedByName}</> },
    entry.rule !== 'none' && { label: 'Rule', value: `${entry.rule}; no clock yet` },
    { label: 'Counted from', value: timeline !== undefined && timeline.anchorKind === entry.anchorKind ? `${anchorNames[entry.anchorKind]}, ${formatDay(timeline.anchorOn, today)}` : anchorNames[entry.anchorKind] },
    entry.reference !== 'none' && { label: 'Reference', value: entry.reference },
    { label: 'Source', value: `${entry.sourceTitle}${entry.country === 'UK' ? ' (UK)' : ''}`, wide: true },
    { label: 'Confidence', value: entry.confidence === 'stated-in-source' ? 'The figure is stated in the source' : 'Unverified: check before use', wide: true },
  ]
  return <Facts columns={2} items={items.filter(item => item !== false)} />
}
