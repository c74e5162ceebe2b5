import { createHash } from 'node:crypto'
import { folded } from '#shared/domain/interchange/alike.ts'
import { type CensusRow, type SheetContext, readCensusRow } from '#shared/domain/interchange/census/read-row.ts'
import { type Sheet, sheetOf } from '#shared/domain/interchange/census/sheet.ts'
import type { IncomingPatient, IncomingRecord } from '#shared/domain/interchange/incoming.ts'
import { problemOf } from '#shared/domain/interchange/problem.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { type Reason, Unusable } from '#shared/domain/interchange/unusable.ts'
import type { Problem } from '#shared/domain/interchange/incoming.ts'
import { SHEET } from './match-patient.ts'
import type { SheetReading } from './preview-shelf.ts'

/** A row that was understood, as a patient like any other and with what it says about the stay. */
export interface ReadRow {
  readonly kind: 'read'
  readonly key: string
  readonly place: string
  readonly patient: IncomingPatient
  readonly row: CensusRow
}

type RowContext = SheetContext & { readonly seenOn: PlainDate }

export interface UnreadRow {
  readonly kind: 'unread'
  readonly key: string
  readonly place: string
  readonly cells: readonly string[]
  readonly reason: Reason
  readonly problem: Problem
}

/** The rows of a sheet by its mapping. Empty rows are skipped; the same person twice counts the first time. */
export function readSheetRows({ sheet, mapping, asOf }: SheetReading, { today, zone }: Pick<SheetContext, 'today' | 'zone'>): readonly (ReadRow | UnreadRow)[] {
  const { rows, firstRowNumber }: Sheet = sheetOf(sheet.rows)
  const seen = new Set<string>()
  return rows.map((cells, index) => readOne(cells, sheet.name, firstRowNumber + index, { mapping, today, zone, asOf, seenOn: plainDateOf(asOf, zone) }, seen)).filter(row => row !== null)
}

function readOne(cells: readonly string[], file: string, number: number, context: RowContext, seen: Set<string>): ReadRow | UnreadRow | null {
  const [key, place] = [`row-${number}`, `row ${number}`]
  const unread = (reason: Reason, column: string): UnreadRow => ({ kind: 'unread', key, place, cells, reason, problem: problemOf(file, column === '' ? place : `${place}, ${column}`, reason) })
  try {
    const row = readCensusRow(cells, context)
    const who = whoIs(row)
    if (seen.has(who)) return unread('duplicate-entry', '')
    seen.add(who)
    return { kind: 'read', key, place, patient: patientOf(row, who, file, key, place, context.seenOn), row }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    return error.reason === 'empty-row' ? null : unread(error.reason, error.place)
  }
}

const whoIs = ({ fields }: CensusRow): string => (fields.mrn === 'unknown' ? `name/${folded(fields.familyName)},${folded(fields.givenNames)}/${fields.birthDate}` : `mrn/${fields.mrn.toLowerCase()}`)

function patientOf(row: CensusRow, who: string, file: string, key: string, place: string, seenOn: PlainDate): IncomingPatient {
  const vital = row.diedOn === 'unknown' ? { state: 'unknown' as const } : { state: 'died' as const, on: row.diedOn, confirmed: false }
  return {
    key, file, place, source: { system: SHEET, key: who.slice(0, 480) }, fields: row.fields, vital, hash: hashOf([row.fields, vital, row.payerName, row.memberNumber]), from: {},
    records: row.payerName === 'unknown' ? [] : [payerRecord(row, seenOn)], leftOut: [], problems: [],
  }
}

/** The day of the census is not part of the hash: the same payer the next morning is no news. */
function payerRecord({ payerName, payerKind, memberNumber }: CensusRow, seenOn: PlainDate): IncomingRecord {
  const content = { entity: 'coverage' as const, payerName, payerKind, memberNumber, startsOn: 'unknown' as const, endsOn: 'unknown' as const, lastSeenOn: seenOn }
  return { key: `coverage:${payerName.toLowerCase()}`, hash: hashOf({ ...content, lastSeenOn: 'unknown' }), from: {}, content }
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
