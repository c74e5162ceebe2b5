import { expectedDays } from '#shared/domain/utilization/expected-los.ts'
import type { LosProgress } from '#shared/model/utilization.ts'
import { LosBar } from '#renderer/ui/los-bar.tsx'
import { Variance } from '#renderer/ui/variance.tsx'
import { expectedWords } from './expected-words.ts'
import s from './case.module.css'

/** "Day x of GMLOS" with its source; x counts midnights since the inpatient order. */
export function LosFigure({ los }: { readonly los: LosProgress }) {
  return (
    <span className={s['los']}>
      {los.state === 'counted'
        ? <span className={s['losLine']}><LosBar day={los.midnights} expected={expectedDays(los.expected)} digits={0} />{los.varianceDays !== 'unknown' && <Variance days={los.varianceDays} digits={1} />}</span>
        : <span>Not inpatient</span>}
      <span className={s['small']}>{expectedWords(los.expected)}</span>
    </span>
  )
}
