import { compareDays, daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { AnchorProposal } from '#shared/model/recovery.ts'
import type { Anchors, RecoveryTemplate, TemplateLibrary } from '#shared/model/recovery-template.ts'
import type { AnchorKind } from '#shared/model/timeline.ts'
import type { CaseFacts } from './case-facts.ts'
import { hasWords } from './has-words.ts'
import { isCurrentDiagnosis } from './is-current-diagnosis.ts'
import { matchesProcedure } from './matches-procedure.ts'
import { wordsOf } from './words.ts'

const onsetDays = 30

/**
 * The day of each anchor a template uses, with where it came from; the template's own anchor first.
 *
 * `given` (typed by a person) wins, except for the EDD, which is the case's own. What is assumed says so; what nothing tells stays
 * `unknown` and leaves its rows without dates.
 */
export function proposeAnchors(template: RecoveryTemplate, library: TemplateLibrary, facts: CaseFacts, given: Anchors): readonly AnchorProposal[] {
  const kinds = new Set([template.anchorKind, ...[...template.entries, ...library.common].map(entry => entry.anchorKind)])
  return [...kinds].map(kind => {
    const typed = kind === 'edd' ? undefined : given[kind]
    return typed === undefined ? { kind, ...fromCase(kind, template, library, facts) } : { kind, on: typed, from: 'Typed by you', assumed: false }
  })
}

type Found = Omit<AnchorProposal, 'kind'>
const known = (on: PlainDate, from: string): Found => ({ on, from, assumed: false })
const assumed = (on: PlainDate, from: string): Found => ({ on, from, assumed: true })
const unknown = (from: string): Found => ({ on: 'unknown', from, assumed: false })

function fromCase(kind: AnchorKind, template: RecoveryTemplate, library: TemplateLibrary, facts: CaseFacts): Found {
  switch (kind) {
    case 'admission':
      return facts.admittedOn === 'unknown' ? assumed(facts.openedOn, 'No stay recorded: the day the case was opened is assumed') : known(facts.admittedOn, 'Arrival of the stay')
    case 'surgery':
    case 'delivery':
      return procedureDay(template, library, facts)
    case 'event':
      return eventDay(template, library, facts)
    case 'discharge':
      if (facts.dischargedOn !== 'not-discharged') return known(facts.dischargedOn, 'Discharge of the stay')
      return facts.edd === 'unknown' ? unknown('Neither discharge nor expected discharge date known') : assumed(facts.edd, 'Expected discharge date stands in')
    case 'edd':
      return facts.edd === 'unknown' ? unknown('Expected discharge date not set') : known(facts.edd, 'Expected discharge date of the case')
    case 'last-use':
      return unknown('Day of last use not recorded')
    case 'first-dose':
      return unknown('Day of the first dose not recorded')
  }
}

function procedureDay(template: RecoveryTemplate, library: TemplateLibrary, facts: CaseFacts): Found {
  const days = facts.procedures
    .filter(procedure => matchesProcedure(template, procedure, library.notDoneWords) !== 'no')
    .flatMap(({ performedOn }) => (performedOn === 'unknown' ? [] : [performedOn]))
    .toSorted(compareDays)
  const first = days[0]
  if (first !== undefined) return known(first, 'Procedure recorded in this stay')
  // A working DRG of the template says the procedure belongs to this stay, not on which day.
  if (template.drgs.some(({ code }) => code === facts.drgCode) && facts.admittedOn !== 'unknown') {
    return assumed(facts.admittedOn, 'Day of the procedure not recorded: the admission day is assumed')
  }
  return unknown('Day of the procedure not recorded')
}

function eventDay(template: RecoveryTemplate, library: TemplateLibrary, facts: CaseFacts): Found {
  const arrival = facts.admittedOn === 'unknown' ? facts.openedOn : facts.admittedOn
  const onset = facts.diagnoses
    .filter(diagnosis => isCurrentDiagnosis(diagnosis, library.historyWords) && names(template, diagnosis.code, diagnosis.label))
    .flatMap(({ onsetOn }) => (onsetOn === 'unknown' ? [] : [onsetOn]))
    .find(day => daysBetween(day, arrival) >= 0 && daysBetween(day, arrival) <= onsetDays)
  return onset === undefined ? assumed(arrival, 'Day of the event not recorded: the admission day is assumed') : known(onset, 'Onset of the diagnosis')
}

function names(template: RecoveryTemplate, code: string, label: string): boolean {
  const words = wordsOf(label)
  return template.icd10cm.some(prefix => code.replaceAll('.', '').startsWith(prefix.replaceAll('.', ''))) || template.diagnosisWords.some(group => hasWords(words, group))
}
