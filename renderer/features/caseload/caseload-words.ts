import { riskNames } from '#shared/domain/caseload/words.ts'
import { tenthsText, varianceTenths } from '#shared/domain/worklists/list-columns.ts'
import type { Risk } from '#shared/model/case.ts'
import type { LosOfList, WorklistRow, WorklistScope } from '#shared/model/worklist.ts'
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
  if (variance !== 'unknown' && variance > 0) return { word: row.los.state === 'counted' && row.los.expectedSource === 'goal' ? 'Over goal' : 'Over GMLOS', tone: 'bad' }
  if (row.stayStatus === 'observation') return { word: 'Observation', tone: 'warn' }
  if (row.stayStatus === 'inpatient') return { word: 'Inpatient', tone: 'ok' }
  return { word: 'Open', tone: 'info' }
}

const riskTones: Readonly<Record<Risk, Tone>> = { high: 'bad', moderate: 'warn', low: 'ok', unknown: 'mute' }

/** The risk of a case as a word and a colour. */
export const riskWords = (risk: Risk): ToneWord => ({ word: riskNames[risk], tone: riskTones[risk] })

/** What the expectation beside a length of stay is, for the pointer: a list has no room for its year, the case names it. */
export function expectedTitle({ expectedTenths, expectedSource }: Extract<LosOfList, { state: 'counted' }>): string {
  if (expectedTenths === 'unknown') return 'Nothing to compare with: no goal typed, and no GMLOS for this DRG and year'
  return expectedSource === 'goal' ? `Goal ${tenthsText(expectedTenths)} d, typed` : `GMLOS ${tenthsText(expectedTenths)} d of the CMS table for the discharge day; the case names its year`
}

export const scopeWords: Readonly<Record<WorklistScope, string>> = { mine: 'Mine', 'my-unit': 'My units', all: 'All', unassigned: 'Unassigned' }
