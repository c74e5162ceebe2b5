import Papa from 'papaparse'
import { z } from 'zod'
import { readDrgCsv } from '#shared/domain/utilization/read-drg-csv.ts'
import { DrgTable } from '#shared/model/drg.ts'
import { Day } from '#shared/model/scalars.ts'
import type { Resources } from '#electron/platform/resources.ts'

/** Tables that travel with the program: one line a year. */
const shipped = [{ csv: 'drg/ms_drg_fy2027.csv', meta: 'drg/ms_drg_fy2027.meta.json' }] as const

const Meta = z.object({ fiscal_year: z.number().int(), effective: Day, through: Day, row_count: z.number().int(), table_version: z.string() })

const read = new WeakMap<Resources, readonly DrgTable[]>()

/** The MS-DRG tables that travel with the program, checked against their own description. Throws when one is not whole. */
export function shippedTables(resources: Resources): readonly DrgTable[] {
  const known = read.get(resources)
  if (known !== undefined) return known
  const tables = shipped.map(({ csv, meta }) => tableOf(resources.text(csv), Meta.parse(resources.json(meta))))
  read.set(resources, tables)
  return tables
}

/** CSV text as a grid of cells; quoting as in RFC 4180. */
export function gridOf(csv: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: false }).data
}

function tableOf(csv: string, meta: z.output<typeof Meta>): DrgTable {
  const result = readDrgCsv(gridOf(csv))
  if (result.kind === 'refused' || result.rows.length !== meta.row_count) throw new Error('The shipped DRG table is not whole.')
  return DrgTable.parse({ fiscalYear: meta.fiscal_year, effectiveOn: meta.effective, throughOn: meta.through, source: `CMS ${meta.table_version}`, rows: result.rows })
}
