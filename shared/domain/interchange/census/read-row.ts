import type { Instant, Zone } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { CensusField, ColumnMapping } from '#shared/model/import.ts'
import type { Disposition, StayStatus } from '#shared/model/stay.ts'
import { dispositionOfText } from '../disposition.ts'
import { cleanLine } from '../fhir/json.ts'
import type { IncomingFields } from '../incoming.ts'
import { payerKindOf, payerNameOf } from '../payer-kind.ts'
import { Unusable } from '../unusable.ts'
import { dayOfCell, momentOfCells, nameOfCell, sexOfCell, statusOfCell, unitAndBedOfCell, yesNoOfCell } from './cells.ts'

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
  readonly endedAt: Instant | 'unknown'
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
}

/** One row by the mapping of its columns. Throws `Unusable` with the column when the row cannot be taken whole. */
export function readCensusRow(cells: readonly string[], context: SheetContext): CensusRow {
  const { today, zone } = context
  if (cells.every(cell => cell.trim() === '')) throw new Unusable('empty-row')
  const raw = (field: CensusField): string => cells[context.mapping.indexOf(field)] ?? ''
  const line = (field: CensusField): string => cleanLine(raw(field), field)
  const place = placeOf(line)
  const arrivedAt = momentOfCells(line('arrived'), raw('arrived-time'), 'arrived', today, zone)
  const endedAt = momentOfCells(line('discharged'), '', 'discharged', today, zone)
  if (arrivedAt !== 'unknown' && endedAt !== 'unknown' && endedAt < arrivedAt) throw new Unusable('end-before-start', 'discharged')
  const diedOn = past(dayOfCell(line('death-date'), 'death-date', 'near', today), 'death-date', today)
  const payer = line('payer')
  return {
    fields: fieldsOf(line, today), diedOn, visitNumber: line('visit-number'), ...place, facilityName: line('facility'), status: statusOfCell(line('status')), arrivedAt, endedAt,
    disposition: line('disposition') === 'unknown' ? 'unknown' : dispositionOfText(line('disposition')), attending: line('attending'), reason: line('reason'),
    payerName: payer === 'unknown' ? 'unknown' : payerNameOf(payer), payerKind: payerKindOf(payer), memberNumber: line('member-number'),
  }
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
