import type { FitBasis } from '#shared/model/recovery.ts'
import type { RecoveryTemplate, TemplateLibrary } from '#shared/model/recovery-template.ts'
import type { CaseFacts, DiagnosisFact, ProcedureFact } from './case-facts.ts'
import { hasWords } from './has-words.ts'
import { icd10List } from './icd10-list.ts'
import { isCurrentDiagnosis } from './is-current-diagnosis.ts'
import { matchesProcedure } from './matches-procedure.ts'
import { wordsOf } from './words.ts'

export interface TemplateFit {
  readonly template: RecoveryTemplate
  readonly basis: FitBasis
  /** One line a reason, strongest first, as shown to the person. */
  readonly why: readonly string[]
}

interface Evidence {
  readonly basis: FitBasis
  readonly weight: number
  readonly why: string
}

const basisOrder: readonly FitBasis[] = ['drg', 'icd10', 'by-name', 'general']

/**
 * The templates that fit a case, best first: by working DRG, then by ICD-10 codes, then by the words of texts that carry no ICD-10 code
 * ("by name"); the general templates follow, and those of the case's destination. Equal fits keep the order of the library.
 *
 * A template of a procedure or a birth needs that procedure in this stay; a working DRG of its list stands for it, because it groups this
 * stay by that procedure. Status and history codes propose nothing.
 */
export function fitTemplates(library: TemplateLibrary, facts: CaseFacts): readonly TemplateFit[] {
  const current = facts.diagnoses.filter(diagnosis => isCurrentDiagnosis(diagnosis, library.historyWords))
  const fits = library.templates
    .filter(template => template.category !== 'general')
    .map(template => ({ template, evidence: evidenceFor(template, library, facts, current) }))
    .filter(({ evidence }) => evidence.length > 0)
    .map(({ template, evidence }) => ({ template, evidence: evidence.toSorted((a, b) => b.weight - a.weight) }))
    .toSorted((a, b) => rank(a.evidence) - rank(b.evidence) || weight(b.evidence) - weight(a.evidence))
  const surgical = fits[0]?.template.needsProcedure ?? facts.procedures.some(procedure => procedure.inStay && procedure.status === 'completed')
  return [
    ...fits.map(({ template, evidence }) => ({ template, basis: evidence[0]?.basis ?? 'by-name', why: [...new Set(evidence.map(({ why }) => why))] })),
    ...generalTemplates(library, facts, surgical),
  ]
}

function evidenceFor(template: RecoveryTemplate, library: TemplateLibrary, facts: CaseFacts, current: readonly DiagnosisFact[]): Evidence[] {
  const drg: Evidence[] = template.drgs.some(({ code }) => code === facts.drgCode) ? [{ basis: 'drg', weight: 80, why: `Working DRG ${facts.drgCode}` }] : []
  const procedures = facts.procedures.flatMap(procedure => procedureEvidence(template, library, procedure))
  if (template.needsProcedure && drg.length === 0 && procedures.length === 0) return []
  const diagnoses = current.flatMap(diagnosis => diagnosisEvidence(template, diagnosis))
  return [...drg, ...procedures, ...diagnoses, ...reasonEvidence(template, library, facts)]
}

function procedureEvidence(template: RecoveryTemplate, library: TemplateLibrary, procedure: ProcedureFact): Evidence[] {
  const match = matchesProcedure(template, procedure, library.notDoneWords)
  if (match === 'code') return [{ basis: 'icd10', weight: 60, why: `Procedure ${procedure.code} in this stay` }]
  if (match === 'words') return [{ basis: 'by-name', weight: 40, why: `By name: ${procedure.label}` }]
  return []
}

function diagnosisEvidence(template: RecoveryTemplate, diagnosis: DiagnosisFact): Evidence[] {
  const where = diagnosis.inStay ? '' : ' (problem list)'
  if (diagnosis.code !== 'unknown' && icd10List(diagnosis.codeSystem) === 'cm') {
    return startsWithCode(diagnosis.code, template.icd10cm) ? [{ basis: 'icd10', weight: diagnosis.inStay ? 50 : 10, why: `Diagnosis ${diagnosis.code}${where}` }] : []
  }
  const words = wordsOf(diagnosis.label)
  return template.diagnosisWords.some(group => hasWords(words, group)) ? [{ basis: 'by-name', weight: diagnosis.inStay ? 30 : 5, why: `By name: ${diagnosis.label}${where}` }] : []
}

function reasonEvidence(template: RecoveryTemplate, library: TemplateLibrary, facts: CaseFacts): Evidence[] {
  const words = wordsOf(facts.reason)
  if (library.historyWords.some(group => hasWords(words, group.split(' ')))) return []
  const groups = [...template.diagnosisWords, ...template.procedureWords]
  return groups.some(group => hasWords(words, group)) ? [{ basis: 'by-name', weight: 25, why: 'By name: the reason of the case' }] : []
}

/** True when the code begins with one of the prefixes; dots and case do not count. */
function startsWithCode(code: string, prefixes: readonly string[]): boolean {
  const bare = code.replaceAll('.', '').toUpperCase()
  return prefixes.some(prefix => bare.startsWith(prefix.replaceAll('.', '').toUpperCase()))
}

function generalTemplates(library: TemplateLibrary, facts: CaseFacts, surgical: boolean): TemplateFit[] {
  const byId = (id: string) => library.templates.find(template => template.id === id)
  const pathway = facts.destination === 'unknown' ? undefined : byId(`discharge_pathway.${facts.destination.replaceAll('-', '_')}`)
  const order = surgical ? ['general_surgical', 'general_medical'] : ['general_medical', 'general_surgical']
  return [
    ...order.map(byId).map((template, index) => ({ template, why: index === 0 ? `For a ${surgical ? 'surgical' : 'medical'} stay that fits no other` : 'Chosen by hand' })),
    { template: pathway, why: 'By the destination of the case' },
  ].flatMap(({ template, why }) => (template === undefined ? [] : [{ template, basis: 'general' as const, why: [why] }]))
}

const rank = (evidence: readonly Evidence[]) => Math.min(...evidence.map(({ basis }) => basisOrder.indexOf(basis)))
const weight = (evidence: readonly Evidence[]) => evidence.reduce((sum, one) => sum + one.weight, 0)
