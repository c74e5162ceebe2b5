import { entryStanding } from '#shared/domain/recovery/entry-standing.ts'
import type { CaseRecovery, EntryView } from '#shared/contract/recovery.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import { daysBetween } from '#shared/kernel/plain-date.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { TemplateLibrary } from '#shared/model/recovery-template.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { findRecoveryCase } from '#electron/store/queries/recovery/case-facts.ts'
import { eddRevisionsOfCase } from '#electron/store/queries/recovery/edd.ts'
import { entriesOfCase, type StoredEntry } from '#electron/store/queries/recovery/entries.ts'
import { replansOfCase } from '#electron/store/queries/recovery/replans.ts'
import { timelinesOfCase } from '#electron/store/queries/recovery/timelines.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { noteViewing } from '../patients/note-viewing.ts'
import { loadFacts } from './load-facts.ts'
import { templateLibrary } from './template-library.ts'

/** The recovery of a case as the timeline shows it; looking at it is looking at the case. */
export function getRecovery(deps: Deps, context: RequestContext, { caseId }: Parsed<'recovery.get'>): Output<'recovery.get'> {
  const { store, resources } = deps
  const { patientId, recovery } = store.read(db => ({ patientId: findRecoveryCase(db, caseId)?.patientId, recovery: recoveryOf(db, caseId, templateLibrary(resources), context) }))
  if (patientId !== undefined) noteViewing(deps, context, { action: 'case.viewed', entity: 'case', entityId: caseId, patientId })
  return recovery
}

/** The same for papers, inside a transaction of theirs. */
export function recoveryOf(db: ReadDb, caseId: CaseId, library: TemplateLibrary, context: RequestContext): CaseRecovery {
  const { head, facts } = loadFacts(db, caseId, context)
  const titles = new Map(library.sources.map(({ id, title }) => [id, title]))
  return {
    caseId,
    caseVersion: head.version,
    templateStatus: library.status,
    axis: {
      today: context.today, openedOn: facts.openedOn, admittedOn: facts.admittedOn, inpatientFrom: facts.inpatientFrom, dischargedOn: facts.dischargedOn, edd: facts.edd,
      eddRevisions: eddRevisionsOfCase(db, caseId).map(({ caseId: _caseId, ...revision }) => revision), expectedStay: facts.expectedStay,
    },
    timelines: timelinesOfCase(db, caseId).map(({ caseId: _caseId, ...timeline }) => ({ ...timeline, placedToday: plainDateOf(timeline.placedAt, context.zone) === context.today })),
    entries: entriesOfCase(db, caseId).map(entry => entryView(entry, titles, context)),
    replans: replansOfCase(db, caseId).map(({ id, moves, days, reason, note, at, byName, undone }) => ({ id, entryIds: moves.map(({ entryId }) => entryId), days, reason, note, at, byName, undone })),
  }
}

function entryView({ sourceId, ...entry }: StoredEntry, titles: ReadonlyMap<string, string>, { today }: RequestContext): EntryView {
  const movedDays = entry.planned === 'no-date' || entry.baseline === 'no-date' ? 0 : daysBetween(entry.baseline.on, entry.planned.on)
  return { ...entry, sourceTitle: titles.get(sourceId) ?? `Source ${sourceId}`, standing: entryStanding(entry, today), movedDays }
}
