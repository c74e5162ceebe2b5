/** One line of the report. `baseline` and `ratio` are there when the figure stands against something measured in the same run. */
export interface Figure {
  readonly name: string
  readonly unit: 'ms' | 'MB' | 'kB' | 'bundles/s'
  readonly value: number
  readonly baseline?: number
  readonly ratio?: number
  /** In words: `ratio ≤ 1.3, p95 ≤ 60`. */
  readonly budget: string
  readonly pass: boolean
}

export interface Skipped {
  readonly name: string
  readonly skipped: string
}

export type Result = Figure | Skipped

export const isSkipped = (result: Result): result is Skipped => 'skipped' in result

/** The share of sorted values at or below which `share` of them lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const p95 = (values: readonly number[]): number => quantile(values, 0.95)
/** Two decimals are more than a noisy machine deserves. */
export const rounded = (value: number): number => Math.round(value * 100) / 100
