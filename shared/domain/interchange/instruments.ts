import { z } from 'zod'

/** What an import needs to know of an instrument: the codes of its total and its panel, and the scale. No item text. */
export const Instrument = z.object({
  id: z.string(),
  name: z.string(),
  loincTotal: z.union([z.literal('none'), z.string()]),
  loincPanel: z.union([z.literal('none'), z.string()]),
  scale: z.object({ min: z.number(), max: z.number() }),
})
export type Instrument = z.output<typeof Instrument>

/** True when a total lies on the scale of the instrument. */
export const isOnScale = ({ scale }: Instrument, total: number): boolean => total >= scale.min && total <= scale.max
