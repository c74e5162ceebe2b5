import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './facts.module.css'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
  /** Takes the whole line. */
  readonly wide?: boolean | undefined
}

/** A list of facts, the label above the value. Without `columns` as many as fit. */
export function Facts({ items, columns }: { items: readonly Fact[]; columns?: number | undefined }) {
  return (
    <dl className={s['facts']} style={columns === undefined ? undefined : { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {items.map((item) => (
        <div key={item.label} className={cx(s['fact'], item.wide && s['wide'])}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
