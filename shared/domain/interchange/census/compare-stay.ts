import { type Instant, plusMinutes } from '#shared/kernel/instant.ts'
import type { FieldChange, RowState } from '#shared/model/import.ts'
import type { StatusChange, StayStatus, UnitMove } from '#shared/model/stay.ts'
import { alike } from '../alike.ts'
import type { StayContent } from '../merge-stay.ts'
import type { CensusRow } from './read-row.ts'

/** What the census said of a stay the last time it said something: a value that reads otherwise by now was changed by a person since. */
export const saidFields = ['attending', 'reason', 'status', 'unitName', 'room', 'bed'] as const
export type LastSaid = Readonly<Partial<Record<(typeof saidFields)[number], string>>>

/** What the comparison needs besides row and stay: the census's moment, the facility's units by name, and which status may follow which. */
export interface CensusMoment {
  readonly asOf: Instant
  readonly unitOf: (name: string) => UnitMove['unitId']
  readonly nextStatuses: (last: StayStatus | null) => readonly StayStatus[]
}

export interface StayComparison {
  readonly state: Extract<RowState, 'changed' | 'moved' | 'same'>
  readonly content: StayContent
  readonly changes: readonly FieldChange[]
}

/** What a sheet says of the stay, added to what it said before; what it leaves open stays as it was said. */
export function saidBy(row: CensusRow, before: LastSaid): LastSaid {
  return { ...before, ...Object.fromEntries(saidFields.filter(field => row[field] !== 'unknown').map(field => [field, row[field]])) }
}

/** Why a row opens no stay although nobody here knows one; `'none'` when it does. */
export function unopenedBecause(row: CensusRow): string | 'none' {
  if (row.arrivedAt === 'unknown' && row.ended !== 'unknown') return 'it tells when the stay ended and not when it began, so no stay was recorded'
  return row.status === 'discharged' && row.ended === 'unknown' ? 'it says discharged and not when, so no stay was recorded' : 'none'
}

/**
 * The stay a row that nobody has seen before opens; a census without an admission day has it begin with the census.
 *
 * Without a status column nobody is taken for an inpatient: `in-care` says that somebody lies there and no more, and no inpatient midnight is counted.
 * A planned admission keeps its day.
 */
export function stayFromRow(row: CensusRow, asOf: Instant, unitOf: (name: string) => UnitMove['unitId']): StayContent {
  const arrivedAt = row.arrivedAt === 'unknown' || (row.arrivedAt > asOf && row.status !== 'planned') ? asOf : row.arrivedAt
  const status = row.status === 'unknown' || row.status === 'discharged' ? 'in-care' : row.status
  const first: StatusChange = { status, from: arrivedAt }
  const end = endAfter(row, arrivedAt)
  return {
    kind: row.status === 'emergency' || row.status === 'outpatient' ? row.status : row.status === 'in-care' ? 'other' : 'hospital',
    visitNumber: row.visitNumber, facilityName: row.facilityName, reason: row.reason, attending: row.attending, disposition: row.disposition,
    statusChanges: end === null ? [first] : [first, { status: 'discharged', from: end }],
    unitMoves: isPlaced(row) ? [{ unitId: unitOf(row.unitName), unitName: row.unitName, room: row.room, bed: row.bed, from: arrivedAt }] : [],
  }
}

/**
 * What a row says about a stay that goes on: another bed, another status, facts that were unknown.
 *
 * The row is news only where it says something else than the last time: what a person changed meanwhile stands, and so does a step a person recorded after the
 * census was taken. A status that cannot follow the present one is shown and not taken.
 */
export function compareStay(row: CensusRow, known: StayContent, last: LastSaid, moment: CensusMoment): StayComparison {
  const changes: FieldChange[] = []
  const place = moveOf(row, known, last, moment)
  if (place !== null) changes.push({ field: 'Place', from: placeText(known.unitMoves.at(-1)), to: placeText(place.move), kept: place.kept })
  const move = place === null || place.kept ? null : place.move
  const next = stepOf(row, known, last, moment)
  if (next !== null) changes.push({ field: 'Status', from: known.statusChanges.at(-1)?.status ?? 'unknown', to: next.step.status, kept: next.kept })
  const step = next === null || next.kept ? null : next.step
  if (row.plannedEnd !== 'unknown') changes.push({ field: 'Discharge (planned)', from: 'unknown', to: row.plannedEnd, kept: true })
  const fact = (field: string, before: string, after: string, said: string | undefined): string => {
    if (after === 'unknown' || alike(before, after)) return before
    const kept = before !== 'unknown' && said !== before
    changes.push({ field, from: before, to: after, kept })
    return kept ? before : after
  }
  const content: StayContent = {
    ...known,
    visitNumber: fact('Visit number', known.visitNumber, row.visitNumber, undefined),
    attending: fact('Attending', known.attending, row.attending, last.attending),
    reason: fact('Reason', known.reason, row.reason, last.reason),
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

type Placed = Pick<CensusRow, 'unitName' | 'room' | 'bed'>
const placeParts = ['unitName', 'room', 'bed'] as const

const isPlaced = (row: Placed): boolean => placeParts.some(part => row[part] !== 'unknown')

function moveOf(row: CensusRow, known: StayContent, last: LastSaid, { asOf, unitOf }: CensusMoment): { readonly move: UnitMove; readonly kept: boolean } | null {
  const here = known.unitMoves.at(-1)
  if (!isPlaced(row) || (here !== undefined && (here.from >= asOf || samePlace(row, here)))) return null
  const unitName = row.unitName === 'unknown' ? here?.unitName ?? 'unknown' : row.unitName
  const unitId = row.unitName === 'unknown' ? here?.unitId ?? 'unknown' : unitOf(unitName)
  const isOldNews = here !== undefined && placeParts.every(part => row[part] === 'unknown' || alike(row[part], last[part] ?? 'unknown'))
  return { move: { unitId, unitName, room: row.room, bed: row.bed, from: here === undefined ? known.statusChanges[0]?.from ?? asOf : asOf }, kept: isOldNews }
}

/** The same place, as far as the row says: a census that prints no room does not move anybody out of one. */
function samePlace(row: CensusRow, here: UnitMove): boolean {
  return placeParts.every(part => row[part] === 'unknown' || alike(row[part], here[part]))
}

function stepOf(row: CensusRow, known: StayContent, last: LastSaid, { asOf, nextStatuses }: CensusMoment): { readonly step: StatusChange; readonly kept: boolean } | null {
  const present = known.statusChanges.at(-1)
  const planned = present?.status === 'planned'
  if (present !== undefined && !planned && present.from >= asOf) return null
  const mayFollow = (status: StayStatus): boolean => nextStatuses(present?.status ?? null).includes(status)
  if (row.ended !== 'unknown') {
    const end = endAfter(row, present?.from ?? row.ended.from)
    return end === null ? { step: { status: 'discharged', from: row.ended.from }, kept: true } : { step: { status: 'discharged', from: end }, kept: !mayFollow('discharged') }
  }
  if (row.status === 'unknown' || row.status === present?.status) return null
  const from = planned && row.arrivedAt !== 'unknown' && row.arrivedAt <= asOf ? row.arrivedAt : asOf
  return { step: { status: row.status, from }, kept: row.status === last.status || !mayFollow(row.status) }
}

/** When the discharge of the row came, if it came after `before`; of a day without a time, as early as it can have been. */
function endAfter({ ended }: CensusRow, before: Instant): Instant | null {
  if (ended === 'unknown' || ended.until < before) return null
  if (ended.from > before) return ended.from
  const soonest = plusMinutes(before, 1)
  return soonest <= ended.until ? soonest : ended.until > before ? ended.until : null
}
