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
  /** 2 straight under a page's title, 3 (the default) in a dialog or panel. */
  readonly level?: 2 | 3 | undefined
  readonly title: string
  readonly hint?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A titled group of fields. */
export function FormSection({ level = 3, title, hint, actions, children }: FormSectionProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={s['section']} aria-labelledby={id}>
      <div className={s['head']}>
        <Heading id={id}>{title}</Heading>
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
