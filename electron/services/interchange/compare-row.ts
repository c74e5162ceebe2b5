import { nextStatuses } from '#shared/domain/caseload/stay-order.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { alike } from '#shared/domain/interchange/alike.ts'
import { type StayComparison, compareStay, placeText, stayFromRow, unopenedBecause } from '#shared/domain/interchange/census/compare-stay.ts'
import type { StayContent } from '#shared/domain/interchange/merge-stay.ts'
import { problemSaying } from '#shared/domain/interchange/problem.ts'
import { reasons } from '#shared/domain/interchange/unusable.ts'
import { type Instant, type Zone, instantOfLocal, plainDateOf, plusMinutes } from '#shared/kernel/instant.ts'
import { plusDays } from '#shared/kernel/plain-date.ts'
import type { PatientId, UnitId } from '#shared/model/ids.ts'
import type { ImportKind, PreviewRow } from '#shared/model/import.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { type StayClue, findPresentStay, listUnits } from '#electron/store/queries/interchange/census.ts'
import { type PatientComparison, comparePatient } from './compare-patient.ts'
import type { ReadRow, UnreadRow } from './sheet-rows.ts'

export type StayStep =
  /** `why`: a clause for the person where the row says something of a stay that cannot be kept. */
  | { readonly kind: 'none'; readonly why: string | 'none' }
  | { readonly kind: 'new'; readonly content: StayContent }
  | { readonly kind: 'goes-on'; readonly stay: Stay; readonly comparison: StayComparison }

export interface RowComparison {
  readonly state: Exclude<PreviewRow['state'], 'gone' | 'not-understood'>
  readonly person: PatientComparison
  readonly stay: StayStep
}

export interface SheetMoment {
  readonly kind: Extract<ImportKind, 'census' | 'list'>
  readonly asOf: Instant
  readonly zone: Zone
  readonly unitOf: (name: string) => UnitId | 'unknown'
}

/** What importing one row would do: to the patient, and to the stay they are in. */
export function compareRow(db: ReadDb, { patient, row }: Pick<ReadRow, 'patient' | 'row'>, moment: SheetMoment, chosen: PatientId | null): RowComparison {
  const person = comparePatient(db, patient, chosen)
  const stay = stayStep(db, person, row, moment)
  if (stay.kind === 'new' || person.state === 'new') return { state: 'new', person, stay }
  const byStay = stay.kind === 'goes-on' ? stay.comparison.state : 'same'
  return { state: byStay === 'same' ? person.state : byStay, person, stay }
}

/** The unit the facility gave a census's name to; a unit it does not know keeps its written name. */
export function unitFinder(db: ReadDb): SheetMoment['unitOf'] {
  const units = listUnits(db)
  return name => units.find(unit => alike(unit.name, name))?.id ?? 'unknown'
}

function stayStep(db: ReadDb, { match: { patient, source } }: PatientComparison, row: ReadRow['row'], { kind, asOf, zone, unitOf }: SheetMoment): StayStep {
  const found = patient === null ? null : findPresentStay(db, patient.id, { visitNumber: row.visitNumber, arrived: dayAround(row.arrivedAt, zone), outpatient: row.status === 'outpatient' })
  // A stay that was over before the one found began is one of its own.
  const stay = found !== null && row.ended !== 'unknown' && row.ended.until < found.arrivedAt ? null : found
  // A list of patients tells of a stay only where it says when it began.
  if (stay === null) {
    const why = unopenedBecause(row)
    return why === 'none' && (kind === 'census' || row.arrivedAt !== 'unknown') ? { kind: 'new', content: stayFromRow(row, asOf, unitOf) } : { kind: 'none', why }
  }
  if (stay.endedAt !== 'ongoing') return isLater(row, stay) ? { kind: 'new', content: stayFromRow(row, asOf, unitOf) } : { kind: 'none', why: 'none' }
  return { kind: 'goes-on', stay, comparison: compareStay(row, stay, source?.ledger[`stay:${stay.id}`]?.said ?? {}, { asOf, unitOf, nextStatuses }) }
}

/** The day of an arrival at the facility, first moment to last. */
function dayAround(arrivedAt: ReadRow['row']['arrivedAt'], zone: Zone): StayClue['arrived'] {
  if (arrivedAt === 'unknown') return 'unknown'
  const day = plainDateOf(arrivedAt, zone)
  return { from: instantOfLocal(day, '00:00', zone), to: plusMinutes(instantOfLocal(plusDays(day, 1), '00:00', zone), -1) }
}

/** An admission after the end of the stay that has its number; without an admission day the old stay is not opened again. */
const isLater = (row: ReadRow['row'], stay: Stay): boolean => row.arrivedAt !== 'unknown' && stay.endedAt !== 'ongoing' && row.arrivedAt > stay.endedAt

/** A row that was understood, as the preview shows it. */
export function sheetRow(read: ReadRow, { state, person, stay }: RowComparison): PreviewRow {
  const { patient, row, key, place } = read
  const step = stay.kind === 'new' ? stay.content : stay.kind === 'goes-on' ? stay.comparison.content : null
  return {
    key, file: patient.file, place, name: listName(patient.fields), mrn: patient.fields.mrn, birthDate: patient.fields.birthDate, sex: patient.fields.sex, state,
    matched: person.match.patient?.id ?? 'none', duplicates: [...person.match.duplicates], location: placeText(step?.unitMoves.at(-1)), status: step?.statusChanges.at(-1)?.status ?? 'unknown',
    died: row.diedOn === 'unknown' ? 'no' : row.diedOn, counts: [], notUsed: [],
    changes: [...person.merged.changes, ...(stay.kind === 'goes-on' ? stay.comparison.changes : [])],
    problems: stay.kind === 'none' && stay.why !== 'none' ? [problemSaying(patient.file, place, `${stay.why}.`)] : [], newAdmit: isNewAdmit(stay),
  }
}

/** An admission the workstation has not seen: what a case manager screens first. */
export const isNewAdmit = (stay: StayStep): boolean =>
  stay.kind === 'new' && (stay.content.kind === 'hospital' || stay.content.kind === 'emergency') && stay.content.statusChanges.at(-1)?.status !== 'discharged'

/** Why a row was not understood, as it is counted. */
export const unreadReason = (row: Pick<PreviewRow, 'notUsed'>): string => row.notUsed[0]?.reason ?? reasons.stumbled

/** A row that was not, with as much of it as tells a person which one it is. */
export function unreadRow({ key, place, cells, reason, problem }: UnreadRow): PreviewRow {
  const name = cells.filter(cell => cell.trim() !== '').slice(0, 3).join(', ').replaceAll('\u0000', '').toWellFormed().slice(0, 120)
  return {
    key, file: problem.file, place, name, mrn: 'unknown', birthDate: 'unknown', sex: 'unknown', state: 'not-understood', matched: 'none', duplicates: [], location: 'unknown', status: 'unknown', died: 'no',
    counts: [], notUsed: [{ what: 'Row', reason: reasons[reason], count: 1 }], changes: [], problems: [problem], newAdmit: false,
  }
}
