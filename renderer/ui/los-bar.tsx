import type { OrUnknown } from '#shared/kernel/unknown.ts'
import { cx } from './cx.ts'
import s from './los-bar.module.css'
import { None } from './unknown-mark.tsx'

export interface LosBarProps {
  /** Days so far. */
  readonly day: OrUnknown<number>
  /** Days expected (GMLOS or a typed goal); the tick in the middle. */
  readonly expected: OrUnknown<number>
  readonly digits?: 0 | 1 | undefined
}

/** Length of stay against what is expected: full at twice the expected days, red only for the excess, the figures beside it. */
export function LosBar({ day, expected, digits = 1 }: LosBarProps) {
  if (day === 'unknown') return <None word="no length of stay" />
  const share = expected === 'unknown' || expected <= 0 ? null : Math.min(100, (day / (expected * 2)) * 100)
  return (
    <span className={s['los']}>
      <span className={cx(s['track'], share === null && s['open'])} aria-hidden>
        {share !== null && (
          <>
            <i className={s['within']} style={{ width: `${Math.min(50, share)}%` }} />
            {share > 50 && <i className={s['over']} style={{ width: `${share - 50}%` }} />}
            <u className={s['tick']} />
          </>
        )}
      </span>
      <span className={cx('num', s['figures'])}>
        {day.toFixed(digits)}
        <small> / {expected === 'unknown' ? 'not known' : expected.toFixed(1)}</small>
      </span>
    </span>
  )
}
