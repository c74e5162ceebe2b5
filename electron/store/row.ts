import { parseId, type Id } from '#shared/kernel/ids.ts'
import { instant, type Instant } from '#shared/kernel/instant.ts'
import { plainDate, type PlainDate } from '#shared/kernel/plain-date.ts'
import { unknown, type Unknown } from '#shared/kernel/unknown.ts'
import type { Row } from './db.ts'

/** Readers of a row's columns. Each throws when the column is absent or of another type: a row is input too. */

export function text(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : unfit(column)
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column)
}

export function integer(row: Row, column: string): number {
  const value = row[column]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : unfit(column)
}

export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column)
}

export function real(row: Row, column: string): number {
  const value = row[column]
  return typeof value === 'number' ? value : unfit(column)
}

/** A column of 0 and 1. */
export function flag(row: Row, column: string): boolean {
  const value = row[column]
  return value === 0 || value === 1 ? value === 1 : unfit(column)
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column]
  return value instanceof Uint8Array ? value : unfit(column)
}

export function id<Kind extends string>(kind: Kind, row: Row, column = 'id'): Id<Kind> {
  return parseId(kind, text(row, column))
}

export function idOrNull<Kind extends string>(kind: Kind, row: Row, column: string): Id<Kind> | null {
  return row[column] === null ? null : id(kind, row, column)
}

export function day(row: Row, column: string): PlainDate {
  return plainDate(text(row, column))
}

export function dayOrNull(row: Row, column: string): PlainDate | null {
  return row[column] === null ? null : day(row, column)
}

export function moment(row: Row, column: string): Instant {
  return instant(text(row, column))
}

export function momentOrNull(row: Row, column: string): Instant | null {
  return row[column] === null ? null : moment(row, column)
}

/** The column's JSON, still to be checked by a schema. */
export function json(row: Row, column: string): unknown {
  return JSON.parse(text(row, column))
}

/** `known(row, 'mrn', text)`: the column read with the reader, `'unknown'` where the store holds NULL. */
export function known<T>(row: Row, column: string, read: (row: Row, column: string) => T): T | Unknown {
  return row[column] === null ? unknown : read(row, column)
}

function unfit(column: string): never {
  throw new TypeError(`The column ${column} is absent or of another type than the program expects.`)
}
