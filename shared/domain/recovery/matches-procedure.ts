import type { RecoveryTemplate } from '#shared/model/recovery-template.ts'
import type { ProcedureFact } from './case-facts.ts'
import { hasWords } from './has-words.ts'
import { icd10List } from './icd10-list.ts'
import { wordsOf } from './words.ts'

const notDone = ['not-done', 'entered-in-error', 'stopped', 'preparation', 'on-hold']

/**
 * How a procedure names a template: by its ICD-10-PCS code, by the words of a text without such a code, or not at all.
 *
 * Only a procedure of this stay that was done counts; a removal, an assessment or a plan of it does not.
 */
export function matchesProcedure(template: RecoveryTemplate, procedure: ProcedureFact, notDoneWords: readonly string[]): 'code' | 'words' | 'no' {
  if (!procedure.inStay || notDone.includes(procedure.status)) return 'no'
  if (procedure.code !== 'unknown' && icd10List(procedure.codeSystem) === 'pcs') {
    const code = procedure.code.toUpperCase()
    return template.icd10pcs.some(prefix => code.startsWith(prefix)) ? 'code' : 'no'
  }
  const words = wordsOf(procedure.label)
  if (notDoneWords.some(group => hasWords(words, group.split(' ')))) return 'no'
  return template.procedureWords.some(group => hasWords(words, group)) ? 'words' : 'no'
}
