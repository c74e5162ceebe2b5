import { type Instant, type Zone, instantOfLocal } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { Unusable } from '../unusable.ts'
import { dayOfCell, timeOfCell } from './cells.ts'
import { headerScore } from './columns.ts'

/** A header may stand below a title, the hospital's name and the moment of the print-out. */
const PREAMBLE_LIMIT = 12

export interface Sheet {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The number a person sees beside the first data row. */
  readonly firstRowNumber: number
  /** What stands above the header. */
  readonly preamble: readonly string[]
}

/** Finds the header among the first rows: the one with the most columns we know, else the first that is not empty. */
export function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  const top = rows.slice(0, PREAMBLE_LIMIT)
  const scores = top.map(headerScore)
  const best = Math.max(0, ...scores)
  const index = best >= 2 ? scores.indexOf(best) : Math.max(0, top.findIndex(row => row.some(cell => cell.trim() !== '')))
  const headers = (rows[index] ?? []).map(cell => cell.replace(/\s+/g, ' ').trim().slice(0, 200))
  return { headers, rows: rows.slice(index + 1), firstRowNumber: index + 2, preamble: rows.slice(0, index).flat().filter(cell => cell.trim() !== '') }
}

/** The moment a census speaks of: written above the header (`As of 11/22/2026 07:02`) or in the file's name (`census_2026-11-22_0702.csv`). */
export function asOfWritten(preamble: readonly string[], fileName: string, today: PlainDate, zone: Zone): Instant | 'unknown' {
  const spoken = preamble.flatMap(cell => [...cell.matchAll(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}/g)].map(({ index }) => momentIn(cell.slice(index), today, zone))).find(found => found !== 'unknown')
  return spoken ?? momentIn(fromFileName(fileName), today, zone)
}

function momentIn(text: string, today: PlainDate, zone: Zone): Instant | 'unknown' {
  const parts = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4})[T\s,]+(?:at\s+)?(\d{1,2}:?\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)/i.exec(text.trim())
  if (parts === null) return 'unknown'
  const time = timeOfCell((parts[2] ?? '').trim())
  try {
    const day = dayOfCell(parts[1] ?? '', 'as of', 'near', today)
    return day === 'unknown' || time === 'unknown' ? 'unknown' : instantOfLocal(day, time, zone)
  } catch (error) {
    if (error instanceof Unusable) return 'unknown'
    throw error
  }
}

function fromFileName(name: string): string {
  const parts = /(\d{4})[-_]?(\d{2})[-_]?(\d{2})[-_T ]+(\d{2})[-_:]?(\d{2})/.exec(name)
  return parts === null ? '' : `${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}:${parts[5]}`
}
