import { CheckmarkCircle16Filled, Circle16Regular, ErrorCircle16Filled, Info16Filled, Warning16Filled } from '@fluentui/react-icons'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './status-tag.module.css'
import type { Tone } from './tone.ts'

export interface StatusTagProps {
  readonly tone: Tone
  readonly children: ReactNode
  /** Without the tint: the form for tables, where a column of pills would shout. */
  readonly quiet?: boolean | undefined
  readonly icon?: ReactElement | undefined
}

const icons: Readonly<Record<Tone, ReactElement>> = {
  ok: <CheckmarkCircle16Filled />,
  warn: <Warning16Filled />,
  bad: <ErrorCircle16Filled />,
  info: <Info16Filled />,
  mute: <Circle16Regular />,
}

/** A state in three ways at once: the icon's shape, the word, the colour. */
export function StatusTag({ tone, children, quiet, icon }: StatusTagProps) {
  return (
    <span className={cx(s['tag'], s[tone], quiet && s['quiet'])}>
      <span aria-hidden className={s['icon']}>
        {icon ?? icons[tone]}
      </span>
      {children}
    </span>
  )
}
