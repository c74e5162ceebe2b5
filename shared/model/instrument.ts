import { z } from 'zod'
import { Line, Prose } from './scalars.ts'

const ItemId = z.string().regex(/^[a-z0-9_-]{1,40}$/)
const common = { id: ItemId, text: Line }

/** One question of an instrument, with what each answer is worth. */
export const InstrumentItem = z.discriminatedUnion('kind', [
  /** The answer is the index of an option: two options may be worth the same. */
  z.strictObject({ kind: z.literal('choice'), ...common, options: z.array(z.strictObject({ points: z.number().int(), label: Line })).min(2) }),
  z.strictObject({ kind: z.literal('yes-no'), ...common, points: z.number().int() }),
  /** A number from `min` to `max`; worth itself, or what the last step not above it says. */
  z.strictObject({
    kind: z.literal('number'), ...common, min: z.number(), max: z.number(), unit: Line,
    steps: z.union([z.literal('as-is'), z.array(z.strictObject({ from: z.number(), points: z.number().int() })).min(1)]),
  }),
])
export type InstrumentItem = z.output<typeof InstrumentItem>

/** An answer that must not pass without a step of its own, whatever the total. */
export const InstrumentAlert = z.strictObject({ itemId: ItemId, from: z.number().int(), alert: z.literal('self-harm') })

/** One questionnaire or scale as data: items, worth, bands, licence. `mode` `total`: its items may not be shown, the total is typed. */
export const InstrumentDefinition = z.object({
  id: z.string(),
  name: Line,
  licence: Prose,
  source: Line,
  /** Printed wherever its items are; `none` where the licence asks for nothing. */
  notice: z.union([z.literal('none'), Prose]),
  group: z.literal(['function', 'emotional', 'readmission', 'skin-and-falls', 'social']),
  mode: z.literal(['full', 'total']),
  /** The publication whose figures are used, where there are several. */
  version: z.union([z.literal('none'), Line]),
  /** What the questions ask about: "Over the last 2 weeks …". */
  period: z.union([z.literal('none'), Line]),
  method: z.literal('sum'),
  items: z.array(InstrumentItem).min(1),
  scale: z.object({ min: z.number(), max: z.number() }),
  /** In rising order; a band reaches to the next one. None where no official bands exist. */
  bands: z.array(z.strictObject({ from: z.number(), label: Line })),
  direction: z.literal(['higher-is-better', 'higher-is-worse']),
  /** The least change of the total that matters, where one is published. */
  meaningfulChange: z.union([z.literal('unknown'), z.number().positive()]),
  alerts: z.array(InstrumentAlert),
})
export type InstrumentDefinition = z.output<typeof InstrumentDefinition>

/** Answers by item: an option's index, yes or no, a number. A missing item was not answered. */
export const InstrumentAnswers = z.record(ItemId, z.union([z.number(), z.boolean()]))
export type InstrumentAnswers = z.output<typeof InstrumentAnswers>

/** What a set of answers comes to. One missing item makes it not assessable: a lower total would look like a better one. */
export const InstrumentScore = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scored'), total: z.number(), band: z.union([z.literal('none'), Line]), alerts: z.array(z.literal('self-harm')) }),
  z.strictObject({ kind: z.literal('not-assessable'), missing: z.array(ItemId), alerts: z.array(z.literal('self-harm')) }),
])
export type InstrumentScore = z.output<typeof InstrumentScore>
