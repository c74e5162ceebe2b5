import type { ReactNode } from 'react'
import s from './values.module.css'

/** Read aloud, not seen. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={s['hidden']}>{children}</span>
}
