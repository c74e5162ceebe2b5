import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './panel.module.css'

export interface PanelProps {
  readonly title?: string | undefined
  readonly sub?: ReactNode
  readonly actions?: ReactNode
  /** False where a table or timeline goes to the edges. */
  readonly pad?: boolean | undefined
  /** Takes the height there is and scrolls inside. */
  readonly fill?: boolean | undefined
  /** Nothing inside takes focus, so the panel itself does: its text can be scrolled by keyboard. */
  readonly keyboardScroll?: boolean | undefined
  readonly level?: 2 | 3 | undefined
  readonly children: ReactNode
}

/** A surface with a heading. No shadow, no border: panels lie a pixel apart on a darker ground. */
export function Panel({ title, sub, actions, pad = true, fill, keyboardScroll, level = 2, children }: PanelProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={cx(s['panel'], fill && s['fill'])} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className={s['head']}>
          <Heading id={id}>{title}</Heading>
          {sub !== undefined && <span className={s['sub']}>{sub}</span>}
          {actions !== undefined && <div className={s['actions']}>{actions}</div>}
        </div>
      )}
      <div className={cx(s['content'], pad && s['pad'])} {...(keyboardScroll === true ? { tabIndex: 0 } : {})}>{children}</div>
    </section>
  )
}
