import { earlierOf, laterOf, plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { AnchorProposal } from '#shared/model/recovery.ts'
import type { TemplateEntry } from '#shared/model/recovery-template.ts'
import type { Window } from '#shared/model/timeline.ts'
import type { CaseFacts } from './case-facts.ts'

/**
 * The days on which an entry is expected, counted in calendar days from its anchor (day 0 is the anchor's day).
 *
 * An entry with a rule has no day figures, and neither has one whose anchor is not known. Counted back from the EDD, a day already past
 * reads as due today. A typical day that the source leaves to the GMLOS is the day the expected stay ends; the range widens to hold it.
 * While that is not known either, the range's last day stands for it. Always `from <= on <= to`.
 */
export function placeEntry(entry: TemplateEntry, anchors: readonly AnchorProposal[], facts: CaseFacts, today: PlainDate): Window {
  const anchor = anchors.find(({ kind }) => kind === entry.anchorKind)?.on ?? 'unknown'
  const { timing } = entry
  if (anchor === 'unknown' || timing.kind === 'rule' || timing.kind === 'set-by-hand') return 'no-date'
  if (timing.kind === 'before-edd') {
    const due = plusDays(anchor, -timing.days)
    const day = anchor < today ? due : laterOf(due, today)
    return { from: day, on: day, to: day }
  }
  const [from, to] = [plusDays(anchor, timing.from), plusDays(anchor, timing.to)]
  if (timing.typical !== 'gmlos') return { from, on: plusDays(anchor, timing.typical), to }
  if (facts.expectedStay.state === 'unknown') return { from, on: to, to }
  const on = facts.expectedStay.endsOn
  return { from: earlierOf(from, on), on, to: laterOf(to, on) }
}
