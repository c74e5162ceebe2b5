import { type Instrument, isOnScale } from '../instruments.ts'
import { type Reason, Unusable } from '../unusable.ts'
import { codesAt } from './coding.ts'
import type { Entry } from './entries.ts'
import { type Json, codeAt, numberAt, objectAt, objectsAt } from './json.ts'
import { type Draft, type Reader, keyOf, stayKeyAt } from './reader.ts'
import { dayAt } from './when.ts'

/** An Observation with the total of an instrument we know, by its LOINC code; any other is a measurement and not kept. */
export function observedScore(entry: Entry, reader: Reader, instruments: readonly Instrument[]): readonly Draft[] | Reason {
  const { resource } = entry
  const codes = codesAt(resource, 'code')
  const instrument = instruments.find(each => codes.includes(each.loincTotal))
  if (instrument === undefined) return 'measurement'
  if (codeAt(resource, 'status') === 'entered-in-error' || codeAt(resource, 'status') === 'cancelled') throw new Unusable('entered-in-error')
  const total = numberAt(objectAt(resource, 'valueQuantity'), 'value') ?? numberAt(resource, 'valueInteger')
  if (total === undefined) throw new Unusable('wrong-shape', 'valueQuantity')
  return [scored(entry, reader, instrument, total, 'none', 'effectiveDateTime')]
}

/** A QuestionnaireResponse to an instrument we know: by its questionnaire's panel code, or by an answer linked to its total. */
export function answeredQuestionnaire(entry: Entry, reader: Reader, instruments: readonly Instrument[]): readonly Draft[] | Reason {
  const { resource } = entry
  const answers = answersIn(resource, 0)
  const questionnaire = codeAt(resource, 'questionnaire') ?? ''
  const instrument = instruments.find(each => namesPanel(questionnaire, each) || answers.has(each.loincTotal) || answers.has(`/${each.loincTotal}`))
  if (instrument === undefined) return 'not-kept'
  if (codeAt(resource, 'status') === 'entered-in-error') throw new Unusable('entered-in-error')
  const total = answers.get(instrument.loincTotal) ?? answers.get(`/${instrument.loincTotal}`)
  const items = Object.fromEntries([...answers].filter(([link]) => !link.endsWith(instrument.loincTotal)).slice(0, 100))
  return [scored(entry, reader, instrument, total ?? 'unknown', Object.keys(items).length === 0 ? 'none' : items, 'authored')]
}

const namesPanel = (questionnaire: string, { id, loincPanel }: Instrument): boolean => questionnaire.split(/[/|]/).some(part => part === id || part === loincPanel)

function scored(entry: Entry, reader: Reader, instrument: Instrument, total: number | 'unknown', items: 'none' | Record<string, number>, dayKey: string): Draft {
  if (total !== 'unknown' && !isOnScale(instrument, total)) throw new Unusable('outside-scale', dayKey === 'authored' ? 'item' : 'valueQuantity')
  const takenOn = dayAt(entry.resource, dayKey, reader.context)
  if (takenOn === 'unknown') throw new Unusable('no-start', dayKey)
  return { key: keyOf(entry), content: { entity: 'instrument_result', stayKey: stayKeyAt(reader, entry.resource, 'encounter'), instrumentId: instrument.id, takenOn, total, items } }
}

/** Numeric answers by link id; coded answers count by the number LOINC answer lists carry (ordinal extension). */
function answersIn(node: Json, depth: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  if (depth > 8) return found
  for (const item of objectsAt(node, 'item')) {
    const link = codeAt(item, 'linkId')?.slice(0, 200)
    const answer = objectsAt(item, 'answer')[0]
    const value = answer === undefined ? undefined : answerValue(answer)
    if (link !== undefined && value !== undefined) found.set(link, value)
    for (const [inner, score] of answersIn(item, depth + 1)) found.set(inner, score)
  }
  return found
}

function answerValue(answer: Json): number | undefined {
  const plain = numberAt(answer, 'valueInteger') ?? numberAt(answer, 'valueDecimal')
  if (plain !== undefined) return plain
  const ordinal = objectsAt(objectAt(answer, 'valueCoding'), 'extension').find(each => (codeAt(each, 'url') ?? '').endsWith('ordinalValue'))
  return ordinal === undefined ? undefined : numberAt(ordinal, 'valueDecimal')
}
