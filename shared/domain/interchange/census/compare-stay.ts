import type { Instant } from '#shared/kernel/instant.ts'
import type { FieldChange, RowState } from '#shared/model/import.ts'
import type { StatusChange, UnitMove } from '#shared/model/stay.ts'
import { alike } from '../alike.ts'
import type { StayContent } from '../merge-stay.ts'
import type { CensusRow } from './read-row.ts'

/** What the census said of a stay the last time: a value that is still there was not typed over by a person. */
export interface LastSaid {
  readonly attending: string
  readonly reason: string
}

export interface StayComparison {
  readonly state: Extract<RowState, 'changed' | 'moved' | 'same'>
  readonly content: StayContent
  readonly changes: readonly FieldChange[]
}

/**
 * The stay a row that nobody has seen before opens; a census without an admission day has it begin with the census.
 *
 * Without a status column nobody is taken for an inpatient: `in-care` says that somebody lies there and no more, and no inpatient midnight is counted.
 */
export function stayFromRow(row: CensusRow, asOf: Instant, unitOf: (name: string) => UnitMove['unitId']): StayContent {
  const arrivedAt = row.arrivedAt === 'unknown' || row.arrivedAt > asOf ? asOf : row.arrivedAt
  const status = row.status === 'unknown' || row.status === 'discharged' ? 'in-care' : row.status
  const first: StatusChange = { status, from: arrivedAt }
  return {
    kind: row.status === 'emergency' || row.status === 'outpatient' ? row.status : row.status === 'in-care' ? 'other' : 'hospital',
    visitNumber: row.visitNumber, facilityName: row.facilityName, reason: row.reason, attending: row.attending, disposition: row.disposition,
    statusChanges: row.endedAt === 'unknown' ? [first] : [first, { status: 'discharged', from: row.endedAt }],
    unitMoves: isPlaced(row) ? [{ unitId: unitOf(row.unitName), unitName: row.unitName, room: row.room, bed: row.bed, from: arrivedAt }] : [],
  }
}

/**
 * What a row says about a stay that goes on: another bed, another status, facts that were unknown.
 *
 * A step a person recorded after the census was taken stands: the census speaks of its own moment only.
 */
export function compareStay(row: CensusRow, known: StayContent, last: LastSaid | null, asOf: Instant, unitOf: (name: string) => UnitMove['unitId']): StayComparison {
  const changes: FieldChange[] = []
  const move = moveOf(row, known, asOf, unitOf)
  if (move !== null) changes.push({ field: 'Place', from: placeText(known.unitMoves.at(-1)), to: placeText(move), kept: false })
  const step = stepOf(row, known, asOf)
  if (step !== null) changes.push({ field: 'Status', from: known.statusChanges.at(-1)?.status ?? 'unknown', to: step.status, kept: false })
  const fact = (field: string, before: string, after: string, said: string | undefined): string => {
    if (after === 'unknown' || alike(before, after)) return before
    const kept = before !== 'unknown' && said !== before
    changes.push({ field, from: before, to: after, kept })
    return kept ? before : after
  }
  const content: StayContent = {
    ...known,
    visitNumber: fact('Visit number', known.visitNumber, row.visitNumber, undefined),
    attending: fact('Attending', known.attending, row.attending, last?.attending),
    reason: fact('Reason', known.reason, row.reason, last?.reason),
    disposition: known.disposition === 'unknown' ? row.disposition : known.disposition,
    statusChanges: step === null ? known.statusChanges : [...known.statusChanges, step],
    unitMoves: move === null ? known.unitMoves : [...known.unitMoves, move],
  }
  const real = changes.filter(change => !change.kept)
  return { state: move !== null ? 'moved' : real.length > 0 ? 'changed' : 'same', content, changes }
}

/** `4 West · 412A`, as lists write it. */
export function placeText(move: Pick<UnitMove, 'unitName' | 'room' | 'bed'> | undefined): string {
  const parts = move === undefined ? [] : [move.unitName, move.room, move.bed].filter(part => part !== 'unknown')
  return parts.length === 0 ? 'unknown' : parts.join(' · ')
}

const isPlaced = (row: Pick<CensusRow, 'unitName' | 'room' | 'bed'>): boolean => [row.unitName, row.room, row.bed].some(part => part !== 'unknown')

function moveOf(row: CensusRow, known: StayContent, asOf: Instant, unitOf: (name: string) => UnitMove['unitId']): UnitMove | null {
  const here = known.unitMoves.at(-1)
  if (!isPlaced(row) || (here !== undefined && (here.from >= asOf || samePlace(row, here)))) return null
  const unitName = row.unitName === 'unknown' ? here?.unitName ?? 'unknown' : row.unitName
  return { unitId: row.unitName === 'unknown' ? here?.unitId ?? 'unknown' : unitOf(unitName), unitName, room: row.room, bed: row.bed, from: here === undefined ? known.statusChanges[0]?.from ?? asOf : asOf }
}

/** The same place, as far as the row says: a census that prints no room does not move anybody out of one. */
function samePlace(row: CensusRow, here: UnitMove): boolean {
  return (['unitName', 'room', 'bed'] as const).every(part => row[part] === 'unknown' || alike(row[part], here[part]))
}

function stepOf(row: CensusRow, known: StayContent, asOf: Instant): StatusChange | null {
  const last = known.statusChanges.at(-1)
  if (last !== undefined && last.from >= asOf) return null
  if (row.endedAt !== 'unknown' && row.endedAt >= (last?.from ?? row.endedAt)) return { status: 'discharged', from: row.endedAt }
  return row.status === 'unknown' || row.status === last?.status ? null : { status: row.status, from: asOf }
}
