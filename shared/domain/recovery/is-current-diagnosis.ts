import type { DiagnosisFact } from './case-facts.ts'
import { hasWords } from './has-words.ts'
import { icd10List } from './icd10-list.ts'
import { wordsOf } from './words.ts'

const over = ['resolved', 'inactive', 'remission']
const wrong = ['refuted', 'entered-in-error']

/**
 * True for a diagnosis that is there today: not history, not resolved, not refuted.
 *
 * Status and history codes (every ICD-10-CM code of chapter XXI, `Z…`, and texts such as "History of …", "Presence of …") are never
 * current, so they can propose nothing.
 */
export function isCurrentDiagnosis(diagnosis: DiagnosisFact, historyWords: readonly string[]): boolean {
  if (diagnosis.isHistory || diagnosis.abatedOn !== 'unknown') return false
  if (over.includes(diagnosis.clinicalStatus) || wrong.includes(diagnosis.verification)) return false
  if (diagnosis.code !== 'unknown' && icd10List(diagnosis.codeSystem) === 'cm' && diagnosis.code.toUpperCase().startsWith('Z')) return false
  const words = wordsOf(diagnosis.label)
  return !historyWords.some(group => hasWords(words, group.split(' ')))
}
