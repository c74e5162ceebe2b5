import { cx } from './cx.ts'
import s from './states.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface LoadingSkeletonProps {
  readonly kind?: 'rows' | 'form' | 'page' | undefined
  readonly rows?: number | undefined
  readonly label?: string | undefined
}

/** The shape of what is on its way. Appears after 150 ms: what comes at once should not flicker. */
export function LoadingSkeleton({ kind = 'rows', rows = 8, label = 'Loading' }: LoadingSkeletonProps) {
  return (
    <div className={cx(s['skeleton'], s['late'])} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <div aria-hidden>
        {kind === 'page' && <span className={cx(s['bone'], s['title'])} />}
        {kind === 'form' ? <FormBones fields={rows} /> : <RowBones rows={rows} />}
      </div>
    </div>
  )
}

function RowBones({ rows }: { rows: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <div key={row} className={s['line']}>
      <span className={s['bone']} style={{ width: 80 }} />
      <span className={s['bone']} style={{ width: `${18 + ((row * 37) % 20)}%` }} />
      <span className={s['bone']} style={{ width: `${24 + ((row * 23) % 18)}%` }} />
    </div>
  ))
}

function FormBones({ fields }: { fields: number }) {
  return (
    <div className={s['form']}>
      {Array.from({ length: fields }, (_, field) => (
        <span key={field} className={s['field']}>
          <span className={s['bone']} style={{ width: 60 + ((field * 29) % 60) }} />
          <span className={cx(s['bone'], s['box'])} />
        </span>
      ))}
    </div>
  )
}
