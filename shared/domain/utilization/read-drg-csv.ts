import type { Drg } from '#shared/model/drg.ts'

/** A cell grid, as a CSV reader gives it; the first row holds the headings. */
export type Grid = readonly (readonly string[])[]

export type DrgCsvResult =
  | { readonly kind: 'read'; readonly rows: readonly Drg[] }
  /** `line` counts from 1, the heading included. */
  | { readonly kind: 'refused'; readonly line: number; readonly reason: string }

const headings = {
  code: ['ms_drg', 'msdrg', 'drg', 'msdrgnumber', 'drgcode'],
  mdc: ['mdc'],
  type: ['type'],
  title: ['title', 'msdrgtitle', 'drgtitle', 'description'],
  weight: ['weight_capped', 'weightcapped', 'weights', 'weight', 'weights10capapplied', 'relativeweight'],
  gmlos: ['gmlos', 'geometricmeanlos', 'geometricmean'],
  amlos: ['amlos', 'arithmeticmeanlos', 'arithmeticmean'],
  postAcute: ['post_acute_transfer', 'postacutetransfer', 'finalrulepostacutedrg', 'postacutedrg'],
  specialPay: ['special_pay', 'specialpay', 'finalrulespecialpaydrg', 'specialpaydrg'],
} as const
type Heading = keyof typeof headings

/**
 * The rows of an MS-DRG table (CMS Table 5 or our own layout), found by their headings.
 *
 * All or nothing: the first row that does not make sense refuses the file. An empty figure is unknown; a zero length of stay too (Table 5 prints
 * 0.0 for DRGs without one).
 */
export function readDrgCsv(grid: Grid): DrgCsvResult {
  const columns = columnsOf(grid[0] ?? [])
  if (columns.code === null || columns.title === null || columns.gmlos === null) {
    return { kind: 'refused', line: 1, reason: 'The first line needs headings for the DRG number, its title and the GMLOS.' }
  }
  const rows: Drg[] = []
  const seen = new Set<string>()
  for (const [index, cells] of grid.entries()) {
    if (index === 0 || cells.every(cell => cell.trim() === '')) continue
    const row = rowOf(cells, columns)
    if (typeof row === 'string') return { kind: 'refused', line: index + 1, reason: row }
    if (seen.has(row.code)) return { kind: 'refused', line: index + 1, reason: `DRG ${row.code} stands there twice.` }
    seen.add(row.code)
    rows.push(row)
  }
  return rows.length === 0 ? { kind: 'refused', line: 1, reason: 'There is no DRG in this file.' } : { kind: 'read', rows }
}

type Columns = Readonly<Record<Heading, number | null>>

function columnsOf(cells: readonly string[]): Columns {
  const keys = cells.map(cell => cell.toLowerCase().replace(/[^a-z0-9_]/g, ''))
  const find = (heading: Heading): number | null => {
    const at = keys.findIndex(key => headings[heading].some(name => name === key))
    return at === -1 ? null : at
  }
  return {
    code: find('code'), mdc: find('mdc'), type: find('type'), title: find('title'), weight: find('weight'), gmlos: find('gmlos'), amlos: find('amlos'),
    postAcute: find('postAcute'), specialPay: find('specialPay'),
  }
}

function rowOf(cells: readonly string[], columns: Columns): Drg | string {
  const cell = (heading: Heading): string => (columns[heading] === null ? '' : (cells[columns[heading]] ?? '')).trim()
  const code = cell('code').padStart(3, '0')
  if (!/^\d{3}$/.test(code) || cell('code') === '') return 'The DRG number has up to three digits.'
  const title = cell('title')
  if (title === '' || title.length > 200) return 'The title is missing or longer than 200 characters.'
  const [weight, gmlos, amlos] = [figure(cell('weight')), figure(cell('gmlos')), figure(cell('amlos'))]
  if (weight === 'wrong' || gmlos === 'wrong' || amlos === 'wrong') return 'A weight or a length of stay is not a number.'
  if (gmlos !== 'unknown' && amlos !== 'unknown' && gmlos > amlos) return 'The GMLOS is longer than the AMLOS; the columns may be mixed up.'
  return {
    code, title, weight, mdc: cell('mdc') === '' ? 'unknown' : cell('mdc'), type: typeOf(cell('type')),
    gmlosDays: gmlos === 0 ? 'unknown' : gmlos, amlosDays: amlos === 0 ? 'unknown' : amlos,
    postAcuteTransfer: yesNo(cell('postAcute')), specialPay: yesNo(cell('specialPay')),
  }
}

function figure(text: string): number | 'unknown' | 'wrong' {
  if (text === '') return 'unknown'
  return /^\d{1,4}(\.\d{1,6})?$/.test(text) ? Number(text) : 'wrong'
}

function typeOf(text: string): Drg['type'] {
  const word = text.toUpperCase()
  return word.startsWith('MED') ? 'medical' : word.startsWith('SURG') ? 'surgical' : 'unknown'
}

function yesNo(text: string): Drg['postAcuteTransfer'] {
  const word = text.toUpperCase()
  return word === 'Y' || word === 'YES' ? 'yes' : word === 'N' || word === 'NO' ? 'no' : 'unknown'
}
