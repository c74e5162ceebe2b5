import type { CaseFacts } from '#shared/domain/recovery/case-facts.ts'
import { placeEntry } from '#shared/domain/recovery/place-entry.ts'
import { proposeAnchors } from '#shared/domain/recovery/propose-anchors.ts'
import { rowsMovedByEdd } from '#shared/domain/recovery/rows-moved-by-edd.ts'
import { shiftWindow } from '#shared/domain/recovery/shift-window.ts'
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { TimelineEntryId } from '#shared/model/ids.ts'
import type { RecoveryTemplate, TemplateLibrary } from '#shared/model/recovery-template.ts'
import type { Window } from '#shared/model/timeline.ts'
import type { StoredEntry } from '#electron/store/queries/recovery/entries.ts'
import type { EntryMove, StoredReplan } from '#electron/store/queries/recovery/replans.ts'

/**
 * How the rows planned from the expected discharge date follow a new one.
 *
 * Rows that had no dates for want of it get their first ones. With `moveDated` the dated ones follow too: counted anew from the template, but a
 * row that somebody re-planned by itself keeps its distance.
 */
export function eddMoves(
  entries: readonly StoredEntry[], replans: readonly StoredReplan[], library: TemplateLibrary, facts: CaseFacts, edd: PlainDate, moveDated: boolean, today: PlainDate,
): readonly EntryMove[] {
  const next: CaseFacts = { ...facts, edd }
  const byHand = new Set<TimelineEntryId>(replans.filter(({ single, undone }) => single && !undone).flatMap(({ moves }) => moves.map(({ entryId }) => entryId)))
  const counted = (entry: StoredEntry): Window => countedAnew(entry, library, next, today)
  const waiting = entries.filter(({ status, planned, rule, anchorKind }) => status === 'open' && planned === 'no-date' && rule === 'none' && (anchorKind === 'edd' || anchorKind === 'discharge'))
  const dated = moveDated ? rowsMovedByEdd(entries, facts.dischargedOn !== 'not-discharged') : []
  const shift = facts.edd === 'unknown' ? 0 : daysBetween(facts.edd, edd)
  return [
    ...waiting.map(entry => ({ entryId: entry.id, before: entry.planned, after: counted(entry) })),
    ...dated.map(entry => {
      const anew = byHand.has(entry.id) ? 'no-date' : counted(entry)
      return { entryId: entry.id, before: entry.planned, after: anew === 'no-date' ? shiftWindow(entry.planned, shift) : anew }
    }),
  ].filter(({ before, after }) => after !== 'no-date' && JSON.stringify(before) !== JSON.stringify(after))
}

function countedAnew(entry: StoredEntry, library: TemplateLibrary, facts: CaseFacts, today: PlainDate): Window {
  const home = library.templates.find(({ entries }) => entries.some(({ code }) => code === entry.code)) ?? anyTemplate(library)
  const row = [...library.common, ...(home?.entries ?? [])].find(({ code }) => code === entry.code)
  if (row === undefined || home === undefined) return 'no-date'
  return placeEntry(row, proposeAnchors(home, library, facts, {}), facts, today)
}

const anyTemplate = ({ templates }: TemplateLibrary): RecoveryTemplate | undefined => templates[0]
