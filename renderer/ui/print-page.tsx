import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './print-page.module.css'

export interface PrintPageProps {
  /** Names the document for readers; printed only if the content repeats it. */
  readonly title: string
  readonly lang?: string | undefined
  /** Repeated on each sheet. */
  readonly header?: ReactNode
  readonly footer?: ReactNode
  readonly size?: 'letter' | 'a4' | undefined
  readonly orientation?: 'portrait' | 'landscape' | undefined
  /** Large print: 18 pt and more space. */
  readonly large?: boolean | undefined
  readonly children: ReactNode
}

/**
 * A document on paper: black on white in every theme, and the only thing that prints when it is on screen. Header and
 * footer repeat on each sheet (as head and foot of a layout table, which Chromium repeats); sheets number themselves.
 */
export function PrintPage({ title, lang = 'en', header, footer, size = 'letter', orientation = 'portrait', large, children }: PrintPageProps) {
  return (
    <article data-print-page lang={lang} aria-label={title} className={cx(s['page'], s[`${size}-${orientation}`], large && s['large'])}>
      <table role="presentation" className={s['sheets']}>
        {header !== undefined && (
          <thead>
            <tr>
              <td className={s['header']}>{header}</td>
            </tr>
          </thead>
        )}
        <tbody>
          <tr>
            <td className={s['content']}>{children}</td>
          </tr>
        </tbody>
        {footer !== undefined && (
          <tfoot>
            <tr>
              <td className={s['footer']}>{footer}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </article>
  )
}

export interface PrintPreviewProps {
  readonly title: string
  readonly actions?: ReactNode
  /** PrintPages. */
  readonly children: ReactNode
}

/** The desk the paper lies on. */
export function PrintPreview({ title, actions, children }: PrintPreviewProps) {
  return (
    <section className={s['preview']} aria-label={title}>
      <header className={s['desk']}>
        <h2>{title}</h2>
        {actions !== undefined && <div className={s['actions']}>{actions}</div>}
      </header>
      <div className={s['paper']} tabIndex={0} role="region" aria-label={`${title}, pages`}>
        {children}
      </div>
    </section>
  )
}
