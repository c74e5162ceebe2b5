import { Beaker16Regular, CheckmarkCircle16Filled, Dismiss16Regular, ErrorCircle16Filled, Info16Filled, Warning16Filled } from '@fluentui/react-icons'
import type { ReactElement, ReactNode } from 'react'
import s from './banner.module.css'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'

export type BannerTone = 'info' | 'warn' | 'bad' | 'ok' | 'demo'

export interface BannerProps {
  readonly tone: BannerTone
  readonly title?: string | undefined
  readonly action?: ReactNode
  readonly onDismiss?: (() => void) | undefined
  readonly children?: ReactNode
}

const icons: Readonly<Record<BannerTone, ReactElement>> = {
  info: <Info16Filled />,
  warn: <Warning16Filled />,
  bad: <ErrorCircle16Filled />,
  ok: <CheckmarkCircle16Filled />,
  demo: <Beaker16Regular />,
}

/** A strip that stays until its cause is gone. Bad news is read at once, the rest in turn. */
export function Banner({ tone, title, action, onDismiss, children }: BannerProps) {
  return (
    <div className={cx(s['banner'], s[tone])} role={tone === 'bad' ? 'alert' : tone === 'demo' ? 'note' : 'status'}>
      <span aria-hidden className={s['icon']}>
        {icons[tone]}
      </span>
      <div className={s['words']}>
        {title !== undefined && <b>{title}</b>} {children}
      </div>
      {action}
      {onDismiss !== undefined && <IconButton label="Dismiss" icon={<Dismiss16Regular />} onClick={onDismiss} />}
    </div>
  )
}
