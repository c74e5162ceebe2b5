import type { TimelineEntry } from '#shared/model/timeline.ts'

type Row = Pick<TimelineEntry, 'status' | 'planned' | 'anchorKind'>

/** The open rows that are planned from the expected discharge date: counted back from it, or from the discharge it stands in for. */
export function rowsMovedByEdd<Entry extends Row>(entries: readonly Entry[], discharged: boolean): readonly Entry[] {
  if (discharged) return []
  return entries.filter(({ status, planned, anchorKind }) => status === 'open' && planned !== 'no-date' && (anchorKind === 'edd' || anchorKind === 'discharge'))
}
