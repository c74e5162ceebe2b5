import { ArrowLeft16Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import s from './page-head.module.css'

export interface PageHeadProps {
  readonly title: ReactNode
  readonly sub?: ReactNode
  readonly tags?: ReactNode
  readonly actions?: ReactNode
  readonly onBack?: (() => void) | undefined
  readonly backLabel?: string | undefined
}

/** The top of a screen: what it is, and what can be done here (the main action last and primary). */
export function PageHead({ title, sub, tags, actions, onBack, backLabel = 'Back' }: PageHeadProps) {
  return (
    <header className={s['head']}>
      {onBack !== undefined && <IconButton label={backLabel} icon={<ArrowLeft16Regular />} onClick={onBack} />}
      <div className={s['words']}>
        <h1>{title}</h1>
        {sub !== undefined && <span className={s['sub']}>{sub}</span>}
        {tags}
      </div>
      {actions !== undefined && <div className={s['actions']}>{actions}</div>}
    </header>
  )
}
