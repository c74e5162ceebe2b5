import type { OrUnknown } from '#shared/kernel/unknown.ts'
import { cx } from './cx.ts'
import { None, Unknown } from './unknown-mark.tsx'
import s from './values.module.css'

export interface VarianceProps {
  /** Days later than planned or expected; negative is earlier. */
  readonly days: OrUnknown<number> | null
  readonly digits?: 0 | 1 | undefined
}

/** `+1 d` in red, `−2 d` in green, `On time`. The sign carries the meaning, the colour repeats it. */
export function Variance({ days, digits = 0 }: VarianceProps) {
  if (days === null) return <None word="no variance" />
  if (days === 'unknown') return <Unknown />
  const text = varianceWords(days, digits)
  return <span className={cx('num', s['nowrap'], toneOf(text))}>{text}</span>
}

export function varianceWords(days: number, digits: 0 | 1): string {
  const size = Math.abs(days).toFixed(digits)
  if (Number(size) === 0) return 'On time'
  return `${days > 0 ? '+' : '−'}${size} d`
}

function toneOf(text: string): string | undefined {
  return text.startsWith('+') ? s['bad'] : text.startsWith('−') ? s['ok'] : s['muted']
}
