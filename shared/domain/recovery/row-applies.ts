import type { TemplateEntry } from '#shared/model/recovery-template.ts'
import type { CaseFacts } from './case-facts.ts'
import { icd10List } from './icd10-list.ts'

export interface RowApplies {
  /** `ask`: it depends on a fact nobody has entered; not placed by default, offered in the review. */
  readonly proposed: 'yes' | 'no' | 'ask'
  readonly because: string | 'none'
}

type Answer = { readonly holds: boolean | 'unknown'; readonly because: string }

/** Whether a row's facts hold for this case. One fact that does not hold is a no; else one that is not known is a question. */
export function rowApplies(entry: TemplateEntry, templateId: string, facts: CaseFacts): RowApplies {
  const answers = answersFor(entry, templateId, facts)
  const no = answers.find(({ holds }) => holds === false)
  if (no !== undefined) return { proposed: 'no', because: no.because }
  const ask = answers.find(({ holds }) => holds === 'unknown')
  return ask === undefined ? { proposed: 'yes', because: 'none' } : { proposed: 'ask', because: ask.because }
}

function answersFor({ appliesWhen: when }: TemplateEntry, templateId: string, facts: CaseFacts): Answer[] {
  const payers = facts.payers.filter(payer => payer !== 'unknown')
  return [
    ...(when.payers.length === 0 ? [] : [{ holds: payers.length === 0 ? ('unknown' as const) : when.payers.some(payer => payers.includes(payer)), because: 'Medicare only' }]),
    ...(when.inpatientOnly ? [{ holds: facts.stayClass === 'unknown' ? ('unknown' as const) : facts.stayClass === 'inpatient', because: 'Inpatient stay only' }] : []),
    ...(when.conditions.length === 0 ? [] : [{ holds: when.conditions.includes(templateId), because: 'For other conditions only' }]),
    ...(when.communityOnly ? [{ holds: facts.destination === 'unknown' ? ('unknown' as const) : facts.destination === 'home' || facts.destination === 'home-health', because: 'Discharge to the community only' }] : []),
    ...(when.drug === 'any' ? [] : [{ holds: facts.drugs === 'unknown' ? ('unknown' as const) : facts.drugs.some(drug => drug.includes(when.drug)), because: `Only with ${when.drug}` }]),
    ...when.askPerson.map(because => ({ holds: 'unknown' as const, because })),
    ...(when.icd10cm.length === 0 ? [] : [{ holds: hasDiagnosis(when.icd10cm, facts), because: `Only with diagnosis ${when.icd10cm.join(', ')}` }]),
  ]
}

/** Unknown while the case has no ICD-10-CM code at all: a text without a code proves nothing. */
function hasDiagnosis(prefixes: readonly string[], facts: CaseFacts): boolean | 'unknown' {
  const coded = facts.diagnoses.filter(({ code, codeSystem, isHistory }) => code !== 'unknown' && icd10List(codeSystem) === 'cm' && !isHistory)
  if (coded.length === 0) return 'unknown'
  return coded.some(({ code }) => prefixes.some(prefix => code.replaceAll('.', '').toUpperCase().startsWith(prefix.replaceAll('.', ''))))
}
