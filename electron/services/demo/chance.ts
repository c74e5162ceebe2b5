/** Choices that are the same for the same seed, on every machine (mulberry32). */
export interface Chance {
  /** A whole number from 0 up to, not including, `count`. */
  of(count: number): number
  from<T>(choices: readonly T[]): T
}

export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const of = (count: number): number => Math.floor(next() * count)
  return {
    of,
    from(choices) {
      const choice = choices[of(choices.length)]
      if (choice === undefined) throw new RangeError('Nothing to choose from.')
      return choice
    },
  }
}
