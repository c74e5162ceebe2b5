declare const cents: unique symbol
declare const basisPoints: unique symbol

/** Money in whole US cents. Never a fraction, never dollars. */
export type Cents = number & { readonly [cents]: true }

/** Hundredths of a percent: 2,000 is 20 %. */
export type BasisPoints = number & { readonly [basisPoints]: true }

const WHOLE = 10_000

export function isCents(value: number): value is Cents {
  return Number.isSafeInteger(value)
}

/** Throws a RangeError for a fraction of a cent. */
export function centsOf(value: number): Cents {
  if (!isCents(value)) throw new RangeError('Cents are whole numbers.')
  return value
}

export function isBasisPoints(value: number): value is BasisPoints {
  return Number.isSafeInteger(value) && value >= 0 && value <= WHOLE
}

/** Throws a RangeError outside 0 to 10,000 (0 % to 100 %). */
export function basisPointsOf(value: number): BasisPoints {
  if (!isBasisPoints(value)) throw new RangeError('Basis points are whole numbers from 0 to 10,000.')
  return value
}

export function plusCents(a: Cents, b: Cents): Cents {
  return centsOf(a + b)
}

export function minusCents(a: Cents, b: Cents): Cents {
  return centsOf(a - b)
}

/** The share of an amount, half a cent rounded away from zero. `shareOf` and the rest always add up to the amount. */
export function shareOf(amount: Cents, share: BasisPoints): Cents {
  // BigInt, because amount x 10,000 may leave the range in which numbers count exactly.
  const product = BigInt(Math.abs(amount)) * BigInt(share)
  const rounded = Number((product + BigInt(WHOLE / 2)) / BigInt(WHOLE))
  return centsOf(amount < 0 && rounded !== 0 ? -rounded : rounded)
}

/** `$1,736.00`; `-$12.50` for less than nothing. */
export function formatCents(amount: Cents): string {
  const whole = Math.abs(amount)
  const dollars = String(Math.trunc(whole / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}$${dollars}.${String(whole % 100).padStart(2, '0')}`
}

/** Cents of `1736`, `1,736.5`, `$1,736.50`. `null` for everything else: nothing is guessed. */
export function parseCents(text: string): Cents | null {
  const parts = /^\$?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (parts === null) return null
  const dollars = Number((parts[1] ?? '').replaceAll(',', ''))
  return centsOf(dollars * 100 + Number((parts[2] ?? '').padEnd(2, '0')))
}
