import type { ReactElement, ReactNode } from 'react'
import s from './states.module.css'

export interface EmptyStateProps {
  readonly title: string
  readonly icon?: ReactElement | undefined
  readonly action?: ReactNode
  /** What to do about it. */
  readonly children?: ReactNode
}

/** Nothing here, and what to do next. */
export function EmptyState({ title, icon, action, children }: EmptyStateProps) {
  return (
    <div className={s['state']}>
      {icon !== undefined && (
        <span aria-hidden className={s['icon']}>
          {icon}
        </span>
      )}
      <b>{title}</b>
      {children !== undefined && <div className={s['words']}>{children}</div>}
      {action !== undefined && <div className={s['action']}>{action}</div>}
    </div>
  )
}
