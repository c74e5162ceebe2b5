import { formatCents, type Cents } from '#shared/kernel/cents.ts'
import type { OrUnknown } from '#shared/kernel/unknown.ts'
import { cx } from './cx.ts'
import { None, Unknown } from './unknown-mark.tsx'
import s from './values.module.css'

export interface MoneyProps {
  readonly cents: OrUnknown<Cents> | null
  /** Dollars without cents, the fraction dropped only when it is zero, so that no figure is shown rounded. */
  readonly whole?: boolean | undefined
  /** A plus before what is more than nothing: for differences. */
  readonly signed?: boolean | undefined
}

/** The one way money is shown. */
export function Money({ cents, whole, signed }: MoneyProps) {
  if (cents === null) return <None word="no amount" />
  if (cents === 'unknown') return <Unknown />
  return <span className={cx('num', s['nowrap'])}>{moneyWords(cents, whole === true, signed === true)}</span>
}

/** `$1,736.00`, `−$12.50` with a real minus sign, `+$40` when asked. */
export function moneyWords(cents: Cents, whole: boolean, signed: boolean): string {
  const exact = formatCents(cents).replace('-', '−')
  const text = whole ? exact.replace(/\.00$/, '') : exact
  return signed && cents > 0 ? `+${text}` : text
}
