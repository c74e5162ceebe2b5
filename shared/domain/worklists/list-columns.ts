import { formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { WorklistRow } from '#shared/model/worklist.ts'

/** A column as it leaves the program in a file: plain text, the same words as on the screen. */
export interface ListColumn {
  readonly id: string
  readonly header: string
  readonly text: (row: WorklistRow) => string
}

const orBlank = (text: string, blank: string): string => (text === blank ? '' : text)
const dayOrBlank = (day: PlainDate | 'unknown'): string => (day === 'unknown' ? '' : day)

/**
 * The columns of the caseload, in the order of the table. What is not known is left blank in a file: a spreadsheet would sort the word among names.
 * A sensitive case keeps its condition to itself.
 */
export const listColumns: readonly ListColumn[] = [
  { id: 'status', header: 'Status', text: row => row.status },
  { id: 'patient', header: 'Patient', text: row => row.patientName },
  { id: 'mrn', header: 'MRN', text: row => orBlank(row.mrn, 'unknown') },
  { id: 'unitBed', header: 'Unit · bed', text: row => [orBlank(row.unitName, 'unknown'), orBlank(row.bed, 'unknown')].filter(part => part !== '').join(' · ') },
  { id: 'condition', header: 'Reason', text: row => orBlank(row.condition, 'hidden') },
  { id: 'drg', header: 'DRG', text: row => orBlank(orBlank(row.drgCode, 'not-assigned'), 'hidden') },
  { id: 'los', header: 'LOS (midnights)', text: row => (row.los.state === 'counted' ? `${row.los.midnights}` : '') },
  { id: 'expectedLos', header: 'Expected LOS', text: row => expectedText(row) },
  { id: 'variance', header: 'Variance', text: row => varianceText(row) },
  { id: 'nextMilestone', header: 'Next milestone', text: row => (row.nextMilestone === 'none' ? '' : row.nextMilestone.label) },
  { id: 'nextMilestoneOn', header: 'Due', text: row => (row.nextMilestone === 'none' ? '' : dayOrBlank(row.nextMilestone.on)) },
  { id: 'payer', header: 'Payer', text: row => orBlank(row.payerName, 'unknown') },
  { id: 'caseManager', header: 'Case manager', text: row => orBlank(row.caseManagerName, 'unassigned') },
  { id: 'edd', header: 'EDD', text: row => dayOrBlank(row.edd) },
  { id: 'risk', header: 'Risk', text: row => orBlank(row.risk, 'unknown') },
  { id: 'openedOn', header: 'Opened', text: row => row.openedOn },
]

/** Tenths of a day as a number with one decimal. */
export const tenthsText = (tenths: number): string => `${Math.trunc(tenths / 10)}.${Math.abs(tenths % 10)}`

/** Tenths of a day over (positive) or under the expected length of stay; `unknown` where either is. */
export function varianceTenths(row: WorklistRow): number | 'unknown' {
  return row.los.state === 'counted' && row.los.expectedTenths !== 'unknown' ? row.los.midnights * 10 - row.los.expectedTenths : 'unknown'
}

function expectedText(row: WorklistRow): string {
  return row.los.state === 'counted' && row.los.expectedTenths !== 'unknown' ? tenthsText(row.los.expectedTenths) : ''
}

function varianceText(row: WorklistRow): string {
  const tenths = varianceTenths(row)
  if (tenths === 'unknown') return ''
  return `${tenths < 0 ? '-' : ''}${tenthsText(Math.abs(tenths))}`
}

/** `Okafor, Amaka` as `O.A.`, for lists that lie on a desk. */
export const initialsOf = (patientName: string): string =>
  patientName.split(/[\s,]+/).filter(part => part !== '').map(part => `${[...part][0] ?? ''}.`).join('')

export const dayForPrint = (day: PlainDate | 'unknown', today: PlainDate): string => (day === 'unknown' ? '' : formatDay(day, today))
