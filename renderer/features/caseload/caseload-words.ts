import { varianceTenths } from '#shared/domain/worklists/list-columns.ts'
import type { CaseStatus, Risk } from '#shared/model/case.ts'
import type { PayerKind } from '#shared/model/patient.ts'
import type { StayStatus } from '#shared/model/stay.ts'
import type { WorklistRow, WorklistScope } from '#shared/model/worklist.ts'
import type { Tone } from '#renderer/ui/tone.ts'

interface ToneWord {
  readonly word: string
  readonly tone: Tone
}

/** One word for a case in a dense list. It says what the record says; it judges nothing. */
export function statusWords(row: WorklistRow): ToneWord {
  if (row.status === 'closed') return { word: 'Closed', tone: 'mute' }
  if (row.died) return { word: 'Died', tone: 'mute' }
  if (row.status === 'on-hold') return { word: 'On hold', tone: 'mute' }
  if (row.censusMissingSince !== 'on-census') return { word: 'Discharged?', tone: 'warn' }
  if (row.stayStatus === 'discharged') return { word: 'Discharged', tone: 'info' }
  const variance = varianceTenths(row)
  if (variance !== 'unknown' && variance > 0) return { word: 'Over GMLOS', tone: 'bad' }
  if (row.stayStatus === 'observation') return { word: 'Observation', tone: 'warn' }
  if (row.stayStatus === 'inpatient') return { word: 'Inpatient', tone: 'ok' }
  return { word: 'Open', tone: 'info' }
}

export function riskWords(risk: Risk): ToneWord {
  const words: Readonly<Record<Risk, ToneWord>> = {
    high: { word: 'High', tone: 'bad' }, moderate: { word: 'Moderate', tone: 'warn' }, low: { word: 'Low', tone: 'ok' }, unknown: { word: 'Not known', tone: 'mute' },
  }
  return words[risk]
}

export const scopeWords: Readonly<Record<WorklistScope, string>> = { mine: 'Mine', 'my-unit': 'My units', all: 'All', unassigned: 'Unassigned' }
export const caseStatusWords: Readonly<Record<CaseStatus, string>> = { open: 'Open', 'on-hold': 'On hold', closed: 'Closed' }
export const stayStatusWords: Readonly<Record<StayStatus, string>> = {
  planned: 'Planned', emergency: 'Emergency', observation: 'Observation', inpatient: 'Inpatient', outpatient: 'Outpatient', 'in-care': 'In care', discharged: 'Discharged', cancelled: 'Cancelled',
}
export const payerKindWords: Readonly<Record<PayerKind, string>> = {
  medicare: 'Medicare', 'medicare-advantage': 'Medicare Advantage', medicaid: 'Medicaid', commercial: 'Commercial', 'workers-comp': 'Workers’ compensation', veterans: 'Veterans', 'self-pay': 'Self-pay', other: 'Other', unknown: 'Not known',
}
