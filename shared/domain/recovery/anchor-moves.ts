import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { RecoveryTemplate, TemplateLibrary } from '#shared/model/recovery-template.ts'
import type { TimelineEntry, Window } from '#shared/model/timeline.ts'
import type { CaseFacts } from './case-facts.ts'
import { placeEntry } from './place-entry.ts'
import { proposeAnchors } from './propose-anchors.ts'
import { shiftWindow } from './shift-window.ts'

export type AnchoredEntry = Pick<TimelineEntry, 'id' | 'code' | 'status' | 'planned' | 'rule' | 'anchorKind'>

export interface AnchorChange {
  readonly before: CaseFacts
  readonly after: CaseFacts
  /** Which rows follow: after a revised EDD those counted from it and those for which it stands in for the discharge; after the discharge only the latter. */
  readonly kinds: readonly ('edd' | 'discharge')[]
  /** False: only rows without dates get their first ones. */
  readonly moveDated: boolean
  /** The days on which an entry may have been counted: its placement and every later re-count. */
  readonly countedOn: (entry: AnchoredEntry) => readonly PlainDate[]
  readonly today: PlainDate
}

export interface AnchorMove {
  readonly entryId: AnchoredEntry['id']
  readonly before: Window
  readonly after: Window
}

/**
 * How open rows follow when the day they are counted from becomes known or changes.
 *
 * Rows that had no dates for want of it get their first ones. Of the dated ones, a row that stands as the template counts it is counted anew; one that a person
 * reviewed, moved or dated from a day of their own keeps its distance.
 */
export function anchorMoves(entries: readonly AnchoredEntry[], library: TemplateLibrary, { before, after, kinds, moveDated, countedOn, today }: AnchorChange): readonly AnchorMove[] {
  const followed = (entry: AnchoredEntry, window: Window): readonly AnchorMove[] => (window === 'no-date' || JSON.stringify(window) === JSON.stringify(entry.planned) ? [] : [{ entryId: entry.id, before: entry.planned, after: window }])
  return entries.flatMap(entry => {
    const kind = kinds.find(each => each === entry.anchorKind)
    if (kind === undefined || entry.status !== 'open' || entry.rule !== 'none') return []
    const anew = countedFrom(entry, library, after, today)
    if (entry.planned === 'no-date') return followed(entry, anew)
    const [from, to] = [anchorDay(kind, before), anchorDay(kind, after)]
    if (!moveDated || to === 'unknown' || from === to) return []
    const asCounted = from !== 'unknown' && countedOn(entry).some(day => JSON.stringify(countedFrom(entry, library, before, day)) === JSON.stringify(entry.planned))
    if (asCounted) return followed(entry, anew)
    return from === 'unknown' ? [] : followed(entry, shiftWindow(entry.planned, daysBetween(from, to)))
  })
}

/** The day that rows of this kind are counted from; until the discharge the EDD stands in for it. */
function anchorDay(kind: 'edd' | 'discharge', { edd, dischargedOn }: CaseFacts): PlainDate | 'unknown' {
  return kind === 'edd' || dischargedOn === 'not-discharged' ? edd : dischargedOn
}

function countedFrom({ code }: AnchoredEntry, library: TemplateLibrary, facts: CaseFacts, today: PlainDate): Window {
  const home = library.templates.find(({ entries }) => entries.some(entry => entry.code === code)) ?? anyTemplate(library)
  const row = [...library.common, ...(home?.entries ?? [])].find(entry => entry.code === code)
  return row === undefined || home === undefined ? 'no-date' : placeEntry(row, proposeAnchors(home, library, facts, {}), facts, today)
}

/** Common rows belong to no template; their anchors are the same in each. */
const anyTemplate = ({ templates }: TemplateLibrary): RecoveryTemplate | undefined => templates[0]
