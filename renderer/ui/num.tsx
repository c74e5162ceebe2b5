import type { ReactNode } from 'react'

/** Figures and identifiers: tabular digits, slashed zero. */
export function Num({ children }: { children: ReactNode }) {
  return <span className="num">{children}</span>
}
