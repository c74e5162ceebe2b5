import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { listColumns } from '#shared/domain/worklists/list-columns.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { csvFile } from './csv-file.ts'
import { wholeList } from './whole-list.ts'
import { xlsxFile } from './xlsx-file.ts'

const mediaTypes = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** The list as seen, in a file. The file's name says the day and nothing of a patient. */
export async function exportList({ store }: Deps, context: RequestContext, { definition, format, columns }: Parsed<'exports.list'>): Promise<Output<'exports.list'>> {
  const chosen = listColumns.filter(column => columns.includes(column.id))
  if (chosen.length === 0) throw new AppError({ code: 'validation', message: 'Choose at least one column.', fields: { columns: 'Choose at least one column.' } })
  const rows = store.read(db => wholeList(db, context, definition))
  const table = [chosen.map(column => column.header), ...rows.map(row => chosen.map(column => column.text(row)))]
  const bytes = format === 'csv' ? csvFile(table) : await xlsxFile(table, 'Caseload')
  store.recordRead(context, { action: 'worklist.exported', entity: 'case', entityId: 'list', detail: { rows: rows.length, format, columns: chosen.map(column => column.id) } })
  return { fileName: `caseload-${context.today}.${format}`, mediaType: mediaTypes[format], base64: Buffer.from(bytes).toString('base64'), rows: rows.length }
}
