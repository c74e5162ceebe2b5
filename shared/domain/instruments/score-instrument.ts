import type { InstrumentAnswers, InstrumentDefinition, InstrumentItem, InstrumentScore } from '#shared/model/instrument.ts'

/**
 * What the answers come to: the sum of their points with its band, or not assessable while an item is missing.
 *
 * An alert (PHQ-9 item 9) counts whatever the total, also in an unfinished questionnaire. Throws a RangeError for an answer that is none of
 * the item's: `answerProblems` tells the person first.
 */
export function scoreInstrument(instrument: InstrumentDefinition, answers: InstrumentAnswers): InstrumentScore {
  const points = new Map<string, number>()
  for (const item of instrument.items) {
    const answer = answers[item.id]
    if (answer === undefined) continue
    const worth = pointsOf(item, answer)
    if (worth === 'no-answer') throw new RangeError('An answer is none of its item.')
    points.set(item.id, worth)
  }
  const alerts = [...new Set(instrument.alerts.filter(({ itemId, from }) => (points.get(itemId) ?? 0) >= from).map(({ alert }) => alert))]
  const missing = instrument.items.filter(({ id }) => !points.has(id)).map(({ id }) => id)
  if (missing.length > 0) return { kind: 'not-assessable', missing, alerts }
  const total = [...points.values()].reduce((sum, one) => sum + one, 0)
  return { kind: 'scored', total, band: bandOf(instrument, total), alerts }
}

/** The label of the band a total lies in; `none` where the instrument has none there. */
export function bandOf({ bands }: Pick<InstrumentDefinition, 'bands'>, total: number): string | 'none' {
  return bands.findLast(({ from }) => from <= total)?.label ?? 'none'
}

/** What is wrong with each answer, as a sentence for its field; empty when all can be scored. Missing answers are not wrong. */
export function answerProblems(instrument: InstrumentDefinition, answers: InstrumentAnswers): Readonly<Record<string, string>> {
  const items = new Map(instrument.items.map(item => [item.id, item]))
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const item = items.get(id)
      if (item === undefined) return [[id, `${instrument.name} has no such item.`]]
      return pointsOf(item, answer) === 'no-answer' ? [[id, wanted(item)]] : []
    }),
  )
}

function pointsOf(item: InstrumentItem, answer: number | boolean): number | 'no-answer' {
  switch (item.kind) {
    case 'choice':
      return typeof answer === 'number' ? (item.options[answer]?.points ?? 'no-answer') : 'no-answer'
    case 'yes-no':
      return typeof answer === 'boolean' ? (answer ? item.points : 0) : 'no-answer'
    case 'number': {
      if (typeof answer !== 'number' || !(answer >= item.min && answer <= item.max)) return 'no-answer'
      return item.steps === 'as-is' ? answer : (item.steps.findLast(({ from }) => from <= answer)?.points ?? 'no-answer')
    }
  }
}

function wanted(item: InstrumentItem): string {
  switch (item.kind) {
    case 'choice':
      return 'Choose one of the answers.'
    case 'yes-no':
      return 'Answer yes or no.'
    case 'number':
      return `A number from ${item.min} to ${item.max} (${item.unit}).`
  }
}
