import { type Instant, type Zone, instantOfLocal, plainDateOf, plusMinutes } from '#shared/kernel/instant.ts'
import { type PlainDate, plusDays } from '#shared/kernel/plain-date.ts'
import type { CensusField, ColumnMapping } from '#shared/model/import.ts'
import type { Disposition, StayStatus } from '#shared/model/stay.ts'
import { dispositionOfText } from '../disposition.ts'
import { cleanLine } from '../fhir/json.ts'
import type { IncomingFields } from '../incoming.ts'
import { payerKindOf, payerNameOf } from '../payer-kind.ts'
import { Unusable } from '../unusable.ts'
import { type CellMoment, dayOfCell, momentOfCells, nameOfCell, sexOfCell, statusOfCell, unitAndBedOfCell, yesNoOfCell } from './cells.ts'

/** What one row of a census says; `'unknown'` wherever it says nothing. */
export interface CensusRow {
  readonly fields: IncomingFields
  readonly diedOn: PlainDate | 'unknown'
  readonly visitNumber: string
  readonly unitName: string
  readonly room: string
  readonly bed: string
  readonly facilityName: string
  readonly status: StayStatus | 'unknown'
  readonly arrivedAt: Instant | 'unknown'
  /** The discharge that has happened: its moment, or the earliest and the latest one where only the day is given. */
  readonly ended: 'unknown' | { readonly from: Instant; readonly until: Instant }
  /** A discharge day that lies after the census: planned, and neither a discharge nor an EDD. */
  readonly plannedEnd: PlainDate | 'unknown'
  readonly disposition: Disposition | 'unknown'
  readonly attending: string
  readonly reason: string
  readonly payerName: string
  readonly payerKind: ReturnType<typeof payerKindOf>
  readonly memberNumber: string
}

export interface SheetContext {
  readonly mapping: ColumnMapping
  readonly today: PlainDate
  readonly zone: Zone
  /** The moment the sheet speaks of. */
  readonly asOf: Instant
}

/** One row by the mapping of its columns. Throws `Unusable` with the column when the row cannot be taken whole. */
export function readCensusRow(cells: readonly string[], context: SheetContext): CensusRow {
  const { today, zone } = context
  if (cells.every(cell => cell.trim() === '')) throw new Unusable('empty-row')
  const raw = (field: CensusField): string => cells[context.mapping.indexOf(field)] ?? ''
  const line = (field: CensusField): string => cleanLine(raw(field), field)
  const place = placeOf(line)
  const arrived = momentOfCells(line('arrived'), raw('arrived-time'), 'arrived', today, zone)
  const arrivedAt = arrived === 'unknown' ? arrived : arrived.at
  const { ended, plannedEnd } = endOf(momentOfCells(line('discharged'), '', 'discharged', today, zone), context)
  if (arrivedAt !== 'unknown' && ended !== 'unknown' && ended.until < arrivedAt) throw new Unusable('end-before-start', 'discharged')
  const diedOn = past(dayOfCell(line('death-date'), 'death-date', 'near', today), 'death-date', today)
  const payer = line('payer')
  return {
    fields: fieldsOf(line, today), diedOn, visitNumber: line('visit-number'), ...place, facilityName: line('facility'), status: statusOfCell(line('status')), arrivedAt, ended, plannedEnd,
    disposition: line('disposition') === 'unknown' ? 'unknown' : dispositionOfText(line('disposition')), attending: line('attending'), reason: line('reason'),
    payerName: payer === 'unknown' ? 'unknown' : payerNameOf(payer), payerKind: payerKindOf(payer), memberNumber: line('member-number'),
  }
}

/** Only what lies before the census has happened; a day without a time lasts until midnight, or until the census. */
function endOf(written: CellMoment | 'unknown', { zone, asOf }: SheetContext): Pick<CensusRow, 'ended' | 'plannedEnd'> {
  if (written === 'unknown') return { ended: 'unknown', plannedEnd: 'unknown' }
  const day = plainDateOf(written.at, zone)
  if (written.at > asOf) return { ended: 'unknown', plannedEnd: day }
  const lastMinute = plusMinutes(instantOfLocal(plusDays(day, 1), '00:00', zone), -1)
  return { ended: { from: written.at, until: !written.wholeDay ? written.at : lastMinute < asOf ? lastMinute : asOf }, plannedEnd: 'unknown' }
}

function fieldsOf(line: (field: CensusField) => string, today: PlainDate): IncomingFields {
  const whole = nameOfCell(line('full-name') === 'unknown' ? '' : line('full-name'))
  const familyName = line('family-name') === 'unknown' ? whole.familyName : line('family-name')
  if (familyName === 'unknown') throw new Unusable('no-name', 'name')
  const mrn = line('mrn')
  const birthDate = past(dayOfCell(line('birth-date') === 'unknown' ? '' : line('birth-date'), 'birth-date', 'past', today), 'birth-date', today)
  if (mrn === 'unknown' && birthDate === 'unknown') throw new Unusable('no-identity')
  const [phone, address] = [line('phone'), line('address')]
  return {
    mrn, familyName, givenNames: line('given-names') === 'unknown' ? whole.givenNames : line('given-names'), prefix: 'unknown', suffix: 'unknown', sex: sexOfCell(line('sex')), birthDate,
    language: line('language'), interpreterNeeded: yesNoOfCell(line('interpreter')),
    telecoms: phone === 'unknown' ? [] : [{ kind: 'phone', use: 'unknown', value: phone }],
    addresses: address === 'unknown' ? [] : [{ use: 'unknown', lines: address, city: 'unknown', state: 'unknown', postalCode: 'unknown', country: 'unknown' }],
    contacts: [], identifiers: [],
  }
}

function placeOf(line: (field: CensusField) => string): Pick<CensusRow, 'unitName' | 'room' | 'bed'> {
  const together = line('unit-and-bed')
  const both = together === 'unknown' ? { unitName: 'unknown', bed: 'unknown' } : unitAndBedOfCell(together)
  const [unit, bed] = [line('unit'), line('bed')]
  return { unitName: unit === 'unknown' ? both.unitName : unit, room: line('room'), bed: bed === 'unknown' ? both.bed : bed }
}

function past(day: PlainDate | 'unknown', place: string, today: PlainDate): PlainDate | 'unknown' {
  if (day !== 'unknown' && day > today) throw new Unusable('future-date', place)
  return day
}
