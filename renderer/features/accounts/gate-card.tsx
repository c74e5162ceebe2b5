import type { ReactNode } from 'react'
import s from './gate-card.module.css'

interface Props {
  readonly title: string
  readonly sub?: ReactNode
  readonly wide?: boolean
  /** Above the card, across the page: the demo's warning. */
  readonly strip?: ReactNode
  readonly children: ReactNode
}

/** The page before the work: sign-in, first passphrase, set-up, restore. */
export function GateCard({ title, sub, wide = false, strip, children }: Props) {
  return (
    <div className={s['page']}>
      <div className={s['strip']}>{strip}</div>
      <main className={s['card']} data-wide={wide}>
        <header className={s['head']}>
          <span className={s['mark']} aria-hidden>C</span>
          <div>
            <h1>{title}</h1>
            {sub !== undefined && <p className={s['sub']}>{sub}</p>}
          </div>
        </header>
        {children}
      </main>
      <footer className={s['foot']}>
        Caseboard · encrypted, offline · {window.workstation.shell.kind === 'electron' ? 'desktop program' : 'browser shell'}
      </footer>
    </div>
  )
}
