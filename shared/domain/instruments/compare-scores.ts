import type { InstrumentDefinition } from '#shared/model/instrument.ts'

export interface ScoreChange {
  /** Later total less earlier total. */
  readonly by: number
  readonly kind: 'better' | 'worse' | 'same'
  /** Whether the change reaches the published least change that matters; `unknown` where none is published. */
  readonly matters: boolean | 'unknown'
}

/** How a later total of the same instrument and version stands to an earlier one. */
export function compareScores({ direction, meaningfulChange }: Pick<InstrumentDefinition, 'direction' | 'meaningfulChange'>, earlier: number, later: number): ScoreChange {
  const by = later - earlier
  const isBetter = direction === 'higher-is-better' ? by > 0 : by < 0
  return {
    by,
    kind: by === 0 ? 'same' : isBetter ? 'better' : 'worse',
    matters: meaningfulChange === 'unknown' ? 'unknown' : Math.abs(by) >= meaningfulChange,
  }
}
