import { XMLParser } from 'fast-xml-parser'
import { type Json, isJson } from '#shared/domain/interchange/fhir/json.ts'
import { faultOf } from './read-csv.ts'
import { FileRefused, limits } from './refusal.ts'
import { columnOf, isDateFormat, serialText } from './xlsx-cells.ts'
import { zipParts } from './zip-parts.ts'

const WANTED = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/

/** The first visible sheet of an Excel workbook as rows of text; days are written `YYYY-MM-DD`. Formulas are never computed: the value kept beside them is read. */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<readonly (readonly string[])[]> {
  const parts = await zipParts(bytes, name, part => WANTED.test(part))
  const part = (path: string): Json => xmlOf(parts.get(path) ?? '<none/>', name)
  const workbook = child(part('xl/workbook.xml'), 'workbook')
  const sheetPath = firstSheet(workbook, child(part('xl/_rels/workbook.xml.rels'), 'Relationships'))
  if (!parts.has(sheetPath)) throw new FileRefused(`${name}, as a whole: it has no sheet that can be read.`)
  const strings = children(child(part('xl/sharedStrings.xml'), 'sst'), 'si').map(textOf)
  const dates = dateStyles(child(part('xl/styles.xml'), 'styleSheet'))
  const from1904 = ['1', 'true'].includes(attribute(child(workbook, 'workbookPr'), 'date1904'))
  const read = (cell: Json): string => valueOf(cell, strings, dates, from1904)
  return rowsOf(children(child(child(part(sheetPath), 'worksheet'), 'sheetData'), 'row'), read, name)
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, parseAttributeValue: false, trimValues: false, removeNSPrefix: true })

function xmlOf(text: string, name: string): Json {
  // A workbook needs no DOCTYPE; everything that hides in one (files, entities that grow) stays out with it.
  if (/<!DOCTYPE/i.test(text)) throw new FileRefused(`${name}, as a whole: it carries a DOCTYPE, which no workbook needs, so it was not read.`)
  try {
    const tree: unknown = parser.parse(text)
    return isJson(tree) ? tree : {}
  } catch {
    throw new FileRefused(`${name}, as a whole: one of its parts is not XML, so it was not read.`)
  }
}

function firstSheet(workbook: Json, relationships: Json): string {
  const sheets = children(child(workbook, 'sheets'), 'sheet')
  const shown = sheets.find(sheet => !['hidden', 'veryHidden'].includes(attribute(sheet, 'state'))) ?? sheets[0] ?? {}
  const target = children(relationships, 'Relationship').find(each => attribute(each, 'Id') === attribute(shown, 'id'))
  const path = target === undefined ? 'worksheets/sheet1.xml' : attribute(target, 'Target')
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`
}

/** For each cell style: does it show a day or a time? */
function dateStyles(styles: Json): readonly boolean[] {
  const codes = new Map(children(child(styles, 'numFmts'), 'numFmt').map(format => [Number(attribute(format, 'numFmtId')), attribute(format, 'formatCode')]))
  return children(child(styles, 'cellXfs'), 'xf').map(style => {
    const id = Number(attribute(style, 'numFmtId'))
    return isDateFormat(id, codes.get(id))
  })
}

function rowsOf(rows: readonly Json[], read: (cell: Json) => string, name: string): readonly (readonly string[])[] {
  const table: string[][] = []
  for (const row of rows) {
    const number = Number(attribute(row, 'r')) || table.length + 1
    if (number > limits.rows) throw new FileRefused(`${name}, row ${number}: there are more than ${limits.rows.toLocaleString('en')} rows, so it was not read.`)
    while (table.length < number - 1) table.push([])
    const cells: string[] = []
    for (const cell of children(row, 'c')) {
      const column = columnOf(attribute(cell, 'r'))
      const at = column < 0 ? cells.length : column
      if (at >= limits.columns) throw new FileRefused(`${name}, row ${number}: there are more than ${limits.columns} columns, so it was not read.`)
      while (cells.length < at) cells.push('')
      cells[at] = read(cell)
    }
    const fault = faultOf(cells, number, false)
    if (fault !== '') throw new FileRefused(`${name}, ${fault}, so it was not read.`)
    table.push(cells)
  }
  return table
}

function valueOf(cell: Json, strings: readonly string[], dates: readonly boolean[], from1904: boolean): string {
  const value = textOf(child(cell, 'v'))
  switch (attribute(cell, 't')) {
    case 's': return strings[Number(value)] ?? ''
    case 'inlineStr': return textOf(child(cell, 'is'))
    case 'b': return value === '1' ? 'yes' : 'no'
    case 'str':
    case 'd': return value
    case 'e': return ''
    default: return value !== '' && dates[Number(attribute(cell, 's'))] === true ? serialText(Number(value), from1904) : value
  }
}

/** The text of an element and of the runs inside it; phonetic hints left out. */
function textOf(node: unknown): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(textOf).join('')
  if (!isJson(node)) return ''
  const own = typeof node['#text'] === 'string' ? node['#text'] : ''
  return own + textOf(node['t']) + children(node, 'r').map(run => textOf(run['t'])).join('')
}

function child(node: Json, name: string): Json {
  const value = node[name]
  if (typeof value === 'string') return { '#text': value }
  const first: unknown = Array.isArray(value) ? value[0] : value
  return isJson(first) ? first : {}
}

function children(node: Json, name: string): readonly Json[] {
  const value = node[name]
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return list.map(item => (isJson(item) ? item : typeof item === 'string' ? { '#text': item } : {}))
}

function attribute(node: Json, name: string): string {
  const value = node[`@${name}`]
  return typeof value === 'string' ? value : ''
}
