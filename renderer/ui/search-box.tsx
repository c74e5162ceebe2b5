import { Input, useMergedRefs } from '@fluentui/react-components'
import { Dismiss12Regular, Search16Regular } from '@fluentui/react-icons'
import { useRef, type KeyboardEvent, type Ref } from 'react'
import { cx } from './cx.ts'
import shell from './field-shell.module.css'
import { given } from './given.ts'
import { Kbd } from './kbd.tsx'
import s from './search-box.module.css'

export interface SearchBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string | undefined
  readonly width?: number | string | undefined
  /** Shown while empty; it does not bind the key. */
  readonly shortcut?: string | undefined
  readonly onEnter?: (() => void) | undefined
  readonly onArrowDown?: (() => void) | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** Filter as you type. Escape empties it. */
export function SearchBox({ label, value, onChange, placeholder, width = 280, shortcut, onEnter, onArrowDown, ref }: SearchBoxProps) {
  const own = useRef<HTMLInputElement>(null)
  const input = useMergedRefs<HTMLInputElement>(own, ref)
  const clear = () => {
    onChange('')
    own.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const actions: Readonly<Record<string, (() => void) | undefined>> = { Escape: value === '' ? undefined : clear, Enter: onEnter, ArrowDown: onArrowDown }
    const action = actions[event.key]
    if (action === undefined) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
  const hint = shortcut === undefined ? null : <Kbd keys={shortcut} />
  return (
    <Input
      ref={input}
      size="small"
      className={cx(s['box'])}
      style={{ width }}
      aria-label={label}
      value={value}
      onChange={(_, data) => onChange(data.value)}
      onKeyDown={onKeyDown}
      autoComplete="off"
      spellCheck={false}
      contentBefore={<Search16Regular aria-hidden />}
      contentAfter={
        value === '' ? (
          hint
        ) : (
          <button type="button" className={shell['inButton']} aria-label="Clear" onClick={clear}>
            <Dismiss12Regular aria-hidden />
          </button>
        )
      }
      {...given({ placeholder })}
    />
  )
}
