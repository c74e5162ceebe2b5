import type { ReactNode } from 'react'
import s from './toolbar.module.css'

/** A row of controls above what they act on; `end` stands at the right (counts, view switches). */
export function Toolbar({ ariaLabel, end, children }: { ariaLabel: string; end?: ReactNode; children: ReactNode }) {
  return (
    <div className={s['bar']} role="group" aria-label={ariaLabel}>
      {children}
      {end !== undefined && <div className={s['end']}>{end}</div>}
    </div>
  )
}
