import { type BundleInput, type FileReading, readBundle } from '../fhir/read-bundle.ts'
import type { Json } from '../fhir/json.ts'
import { LeftOutTally } from '../problem.ts'
import type { TableKind } from './kinds.ts'
import { type Cell, resourceOfRow } from './to-resource.ts'

export interface Table {
  readonly file: string
  readonly kind: TableKind
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly firstRowNumber: number
}

/** Tables that refer to one another → patients with their records, by the same rules as FHIR resources. Every row is accounted for. */
export function readTables(tables: readonly Table[], input: Pick<BundleInput, 'instruments' | 'hash' | 'context'>): FileReading {
  const payers = payerNames(tables)
  const leftOut = new LeftOutTally()
  const items: { readonly resource: Json }[] = []
  const places: string[] = []
  const seen = new Map<string, number>()
  let resources = 0
  for (const table of tables) {
    const columns = new Map(table.headers.map((header, index) => [header.trim().toUpperCase(), index]))
    table.rows.forEach((row, index) => {
      if (row.every(each => each.trim() === '')) return
      resources += 1
      const cell: Cell = header => (row[columns.get(header) ?? -1] ?? '').trim()
      const resource = resourceOfRow(table.kind, cell, rowId(table.kind, cell, seen), payers)
      if (typeof resource === 'string') leftOut.add(`Row of ${table.kind}`, resource)
      else {
        items.push({ resource })
        places.push(`${table.file} row ${table.firstRowNumber + index}`)
      }
    })
  }
  const [first, ...others] = tables
  const file = first === undefined ? '' : others.length === 0 ? first.file : `${first.file} and ${others.length} more`
  const reading = readBundle({ ...input, file, fileKey: 'tables', items, placeOf: index => places[index] ?? `row ${index + 1}` })
  return { ...reading, leftOut: [...reading.leftOut, ...leftOut.toList()], resources }
}

/** Rows without an id are known by what they say; the second of two equal ones gets a number. */
function rowId(kind: TableKind, cell: Cell, seen: Map<string, number>): string {
  const own = [kind, cell('PATIENT') || cell('PATIENTID'), cell('ENCOUNTER'), cell('CODE'), cell('START') || cell('START_YEAR') || cell('DATE'), cell('PAYER')].join('~').slice(0, 400)
  const times = (seen.get(own) ?? 0) + 1
  seen.set(own, times)
  return times === 1 ? own : `${own}~${times}`
}

function payerNames(tables: readonly Table[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { kind, headers, rows } of tables) {
    if (kind !== 'payers') continue
    const upper = headers.map(header => header.trim().toUpperCase())
    for (const row of rows) names.set(row[upper.indexOf('ID')] ?? '', row[upper.indexOf('NAME')] ?? '')
  }
  return names
}

