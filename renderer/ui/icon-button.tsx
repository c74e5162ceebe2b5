import { Button, ToggleButton, Tooltip } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { given } from './given.ts'

export interface IconButtonProps {
  readonly label: string
  readonly icon: ReactElement
  readonly onClick: () => void
  readonly appearance?: 'subtle' | 'outline' | 'primary' | undefined
  readonly disabled?: boolean | undefined
  /** Present on a toggle. */
  readonly pressed?: boolean | undefined
  /** Shown in the tooltip: `Ctrl+K`. */
  readonly shortcut?: string | undefined
}

/** A button that is an icon; its name shows on hover and focus. 24 px square. */
export function IconButton({ label, icon, onClick, appearance = 'subtle', disabled, pressed, shortcut }: IconButtonProps) {
  const button = { size: 'small', icon, onClick, disabledFocusable: disabled === true, 'aria-label': label, ...given({ 'aria-keyshortcuts': shortcut?.replace('Ctrl', 'Control') }) } as const
  return (
    <Tooltip content={shortcut === undefined ? label : `${label} (${shortcut})`} relationship="inaccessible" withArrow={false}>
      {pressed === undefined ? <Button appearance={appearance} {...button} /> : <ToggleButton appearance={appearance} checked={pressed} {...button} />}
    </Tooltip>
  )
}
