import type { PatientId, StayId } from '#shared/model/ids.ts'
import { problemSaying } from '#shared/domain/interchange/problem.ts'
import type { ReadRow } from './sheet-rows.ts'
import type { RowChoice } from '#shared/model/import.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { censusAsOf } from '#electron/store/queries/worklists/census-as-of.ts'
import { insertAbsence, isAbsent, resolveReturned } from '#electron/store/queries/interchange/census.ts'
import { headerKey } from '#shared/domain/interchange/census/columns.ts'
import { sheetOf } from '#shared/domain/interchange/census/sheet.ts'
import { refreshSummariesOfPatient } from '#electron/store/queries/caseload/case-summary.ts'
import { saveMapping } from '#electron/store/queries/interchange/runs.ts'
import { applyRow, noteStay } from './apply-row.ts'
import { type RowComparison, type SheetMoment, compareRow, isNewAdmit, unitFinder } from './compare-row.ts'
import { CensusPresence, spokenOf } from './census-presence.ts'
import { chosenOf, guarded, keepApartFrom, pause } from './import-patients.ts'
import type { SheetReading } from './preview-shelf.ts'
import type { ImportWork } from './import-work.ts'
import { readSheetRows } from './sheet-rows.ts'

export interface SheetOutcome {
  readonly cancelled: boolean
  /** What a later census with the same headers needs to know of this one. */
  readonly units: readonly string[]
  readonly sheetKey: string
}

/** Imports a census or an own list, row by row. Cancelled, nobody is taken for gone. */
export async function importSheet(work: ImportWork, reading: SheetReading): Promise<SheetOutcome> {
  const { deps, context, job, preview, tally } = work
  const moment: SheetMoment = { kind: preview.kind === 'census' ? 'census' : 'list', asOf: reading.asOf, zone: context.zone, unitOf: deps.store.read(unitFinder) }
  const rows = readSheetRows(reading, context)
  const presence = new CensusPresence(reading)
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'unread') {
      tally.state('not-understood')
      tally.accounts.notUsed({ Row: 1 }, row.reason)
      deps.store.read(db => presence.unread(db, row))
    } else if (job.cancelled) tally.accounts.notUsed({ Row: 1 }, 'cancelled')
    else {
      presence.read(row)
      presence.isHere(importRow(work, row, moment))
    }
    job.progress(index + 1, rows.length)
    if (!job.cancelled && index % 5 === 4) await pause(work)
  }
  rememberMapping(work, reading)
  if (moment.kind === 'census' && !job.cancelled && rows.some(row => row.kind === 'read')) noteGone(work, presence, moment)
  return { cancelled: job.cancelled, units: presence.unitNames, sheetKey: presence.sheetKey }
}

/** Everybody the row may speak of: the patient, and look-alikes nobody has decided about; none of them is missing. */
function importRow(work: ImportWork, row: ReadRow, moment: SheetMoment): readonly PatientId[] {
  const { deps, context, tally, choiceOf } = work
  const choice = choiceOf(row.key)
  if (choice?.choice === 'leave-out') {
    tally.accounts.notUsed({ Row: 1 }, 'left-out-by-choice')
    return deps.store.read(db => spokenOf(compareRow(db, row, moment, null)))
  }
  const done = guarded(work, { ...row.patient, from: { Row: 1 }, records: [] }, () => deps.store.write(context, db => written(db, work, row, moment, choice)))
  // The row could not be written; whom it names is on the census all the same.
  if (done === null) return deps.store.read(db => spokenOf(compareRow(db, row, moment, null)))
  tally.state(done.comparison.state)
  if (done.comparison.state === 'same') tally.accounts.notUsed({ Row: 1 }, 'unchanged')
  else tally.accounts.imported({ Row: 1 })
  if (done.opened) tally.casesOpened += 1
  return [done.patientId, ...spokenOf(done.comparison)]
}

interface WrittenRow {
  readonly patientId: PatientId
  readonly comparison: RowComparison
  readonly opened: boolean
}

function written(db: WriteDb, work: ImportWork, row: ReadRow, moment: SheetMoment, choice: RowChoice | null): WrittenRow {
  const { deps, context, openCases } = work
  const comparison = compareRow(db, row, moment, chosenOf(choice))
  const known = comparison.person.match.patient
  if (comparison.stay.kind === 'goes-on' && known !== null) returned(db, work, comparison.stay.stay.id, known.id)
  if (comparison.state === 'same' && known !== null) {
    if (comparison.stay.kind === 'goes-on') noteStay(db, { ids: deps.ids, resources: deps.resources, context, unitOf: moment.unitOf }, known.id, comparison.stay.stay, row, comparison.person.match.system)
    return { patientId: known.id, comparison, opened: false }
  }
  const { patientId, opened } = applyRow(db, { ids: deps.ids, resources: deps.resources, context, unitOf: moment.unitOf }, row, comparison, openCases && isNewAdmit(comparison.stay))
  if (choice?.choice === 'apart') keepApartFrom(db, work, patientId, comparison.person)
  return { patientId, comparison, opened }
}

function returned(db: WriteDb, { context }: ImportWork, stayId: StayId, patientId: PatientId): void {
  if (!resolveReturned(db, stayId, context.at)) return
  db.audit({ action: 'census.returned', entity: 'stay', entityId: stayId, patientId })
  refreshSummariesOfPatient(db, patientId, context.today)
}

/** Somebody who vanished is asked about, never closed. A census older than the newest one says nothing about who is gone. */
function noteGone({ deps, context, tally, preview }: ImportWork, presence: CensusPresence, { asOf }: SheetMoment): void {
  const newest = deps.store.read(censusAsOf)
  if (newest !== 'unknown' && newest > asOf) {
    tally.problem(problemSaying(preview.sheet?.sheet.name ?? '', 'as a whole', 'a newer census was imported before, so nobody was taken for gone.'))
    return
  }
  const gone = deps.store.read(db => presence.missing(db, asOf))
  deps.store.write(context, db => {
    for (const bed of gone) {
      tally.state('gone')
      if (isAbsent(db, bed.stayId)) continue
      insertAbsence(db, bed.stayId, bed.patientId, asOf, deps.ids.next)
      db.audit({ action: 'census.missing', entity: 'stay', entityId: bed.stayId, patientId: bed.patientId })
      refreshSummariesOfPatient(db, bed.patientId, context.today)
    }
  })
}

function rememberMapping({ deps, context }: ImportWork, { sheet, mapping }: SheetReading): void {
  const { headers } = sheetOf(sheet.rows)
  deps.store.write(context, db => {
    const id = saveMapping(db, headerKey(headers), mapping, context.at, deps.ids.next)
    db.audit({ action: 'import.mapping-remembered', entity: 'column_mapping', entityId: id })
  })
}
