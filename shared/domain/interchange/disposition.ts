import { ownValue } from './own-value.ts'
import type { Disposition } from '#shared/model/stay.ts'

/** NUBC patient discharge status codes (UB-04 form locator 17), two digits; 81-95 are the same places with a planned readmission. */
const nubc: Readonly<Record<string, Disposition>> = {
  '01': 'home', '02': 'other-hospital', '03': 'snf', '04': 'other', '05': 'other-hospital', '06': 'home-health', '07': 'against-advice', '20': 'died', '21': 'other', '40': 'died', '41': 'died', '42': 'died',
  '43': 'other-hospital', '50': 'hospice', '51': 'hospice', '61': 'snf', '62': 'irf', '63': 'ltach', '64': 'snf', '65': 'other-hospital', '66': 'other-hospital', '69': 'other', '70': 'other',
  '81': 'home', '82': 'other-hospital', '83': 'snf', '84': 'other', '85': 'other-hospital', '86': 'home-health', '87': 'other', '88': 'other-hospital', '89': 'snf', '90': 'irf', '91': 'ltach', '92': 'snf',
  '93': 'other-hospital', '94': 'other-hospital', '95': 'other',
}

/** HL7 discharge-disposition codes. */
const hl7: Readonly<Record<string, Disposition>> = {
  home: 'home', 'alt-home': 'other', 'other-hcf': 'other-hospital', hosp: 'hospice', long: 'other', aadvice: 'against-advice', exp: 'died', psy: 'other-hospital', rehab: 'irf', snf: 'snf', oth: 'other',
}

const words: readonly (readonly [RegExp, Disposition])[] = [
  [/expired|died|deceased|death/i, 'died'],
  [/against (medical )?advice|\bAMA\b/i, 'against-advice'],
  [/hospice/i, 'hospice'],
  [/home health|home ?care|\bHHA?\b|\bVNA\b/i, 'home-health'],
  [/long[- ]term (acute|care hospital)|\bLTACH?\b|\bLTCH\b/i, 'ltach'],
  [/inpatient rehab|rehab(ilitation)? (facility|hospital|unit)|\bIRF\b|acute rehab/i, 'irf'],
  [/skilled|nursing (home|facility)|\bSNF\b|subacute/i, 'snf'],
  [/(other|another|acute|short[- ]term) (general )?hospital|transfer/i, 'other-hospital'],
  [/home|self[- ]care|routine/i, 'home'],
]

/** The place a discharge code means; `'unknown'` for codes that name none ("still a patient"). */
export function dispositionOfCode(code: string): Disposition | 'unknown' {
  return ownValue(nubc, code.padStart(2, '0')) ?? ownValue(hl7, code) ?? 'unknown'
}

/** The place a written disposition means, most telling word first; a code is read as a code. */
export function dispositionOfText(text: string): Disposition | 'unknown' {
  const byCode = dispositionOfCode(text.trim())
  if (byCode !== 'unknown') return byCode
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown'
}
