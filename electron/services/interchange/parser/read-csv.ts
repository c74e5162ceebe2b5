import Papa from 'papaparse'
import { FileRefused, MEGABYTE, limits } from './refusal.ts'

/** Rows of a CSV, TSV or pasted table, as arrays: with rows as objects a column named `__proto__` would be lost without a word. */
export function readCsv(text: string, name: string): readonly (readonly string[])[] {
  if (text.length > limits.tableBytes) throw new FileRefused(`${name}, as a whole: tables are read up to ${limits.tableBytes / MEGABYTE} MB, so it was not read.`)
  const rows: string[][] = []
  let problem = ''
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '|'],
    step({ data, errors }, parser) {
      const fault = faultOf(data, rows.length + 1, errors.some(error => error.type === 'Quotes'))
      if (fault === '') rows.push(data)
      else {
        problem = fault
        parser.abort()
      }
    },
  })
  if (problem !== '') throw new FileRefused(`${name}, ${problem}, so it was not read.`)
  while (rows.at(-1)?.every(cell => cell === '') === true) rows.pop()
  return rows
}

/** What keeps a table from being read, with its place; empty when nothing does. */
export function faultOf(cells: readonly string[], rowNumber: number, openQuote: boolean): string {
  if (rowNumber > limits.rows) return `row ${rowNumber}: there are more than ${limits.rows.toLocaleString('en')} rows`
  if (cells.length > limits.columns) return `row ${rowNumber}: there are more than ${limits.columns} columns`
  if (openQuote) return `row ${rowNumber}: a quotation mark is never closed`
  return cells.some(cell => cell.length > limits.cellCharacters) ? `row ${rowNumber}: a field is longer than ${limits.cellCharacters.toLocaleString('en')} characters` : ''
}
