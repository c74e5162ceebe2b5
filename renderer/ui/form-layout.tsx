import { useId, type ReactNode } from 'react'
import s from './form-layout.module.css'

/** Fields side by side, e.g. `columns="2fr 1fr"`; equal shares without. They stack where there is no room. */
export function FieldRow({ columns, children }: { columns?: string | undefined; children: ReactNode }) {
  return (
    <div className={s['row']} style={columns === undefined ? undefined : { gridTemplateColumns: columns }}>
      {children}
    </div>
  )
}

export interface FormSectionProps {
  readonly title: string
  readonly hint?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled group of fields. */
export function FormSection({ title, hint, actions, children }: FormSectionProps) {
  const id = useId()
  return (
    <section className={s['section']} aria-labelledby={id}>
      <div className={s['head']}>
        <h3 id={id}>{title}</h3>
        {hint !== undefined && <span className={s['hint']}>{hint}</span>}
        {actions !== undefined && <span className={s['actions']}>{actions}</span>}
      </div>
      {children}
    </section>
  )
}

/** The buttons at the end of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={s['buttons']}>{children}</div>
}
