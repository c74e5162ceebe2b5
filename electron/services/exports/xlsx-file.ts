import writeExcelFile from 'write-excel-file/node'
import { withoutFormula } from './csv-file.ts'

/** A workbook of one sheet; every cell is text, the first row is the header. */
export async function xlsxFile(rows: readonly (readonly string[])[], sheet: string): Promise<Uint8Array> {
  const [header = [], ...body] = rows
  const cells = [header.map(value => ({ value, fontWeight: 'bold' as const, type: String })), ...body.map(row => row.map(value => ({ value: withoutFormula(value), type: String })))]
  const buffer = await writeExcelFile(cells, { sheet, stickyRowsCount: 1 }).toBuffer()
  return new Uint8Array(buffer)
}
