import { Input, useMergedRefs, type FieldControlProps } from '@fluentui/react-components'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { cx } from './cx.ts'
import s from './field-shell.module.css'
import { given } from './given.ts'

export interface TextControlProps {
  readonly control: FieldControlProps
  readonly text: string
  readonly onText: (text: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
  /** The answer is "not known": the field is closed and says so. */
  readonly unknown?: boolean | undefined
  readonly type?: 'text' | 'tel' | 'email' | 'password' | undefined
  readonly num?: boolean | undefined
  readonly inputMode?: 'numeric' | 'decimal' | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly describedBy?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** The one text input under every field. The browser may neither remember nor check what is typed: it is a patient's. */
export function TextControl(props: TextControlProps) {
  const { control, text, onText, unknown } = props
  const ref = useMergedRefs<HTMLInputElement>(props.ref)
  return (
    <Input
      {...control}
      {...given({ 'aria-describedby': cx(control['aria-describedby'], props.describedBy) || undefined })}
      ref={ref}
      size="small"
      className={cx(s['wide'], props.num && 'num')}
      type={props.type ?? 'text'}
      value={unknown ? '' : text}
      onChange={(_, data) => onText(data.value)}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      disabled={props.disabled === true || unknown === true}
      placeholder={unknown ? 'Not known' : (props.placeholder ?? '')}
      contentBefore={props.before === undefined ? null : <span className={s['after']}>{props.before}</span>}
      contentAfter={props.after === undefined ? null : <span className={s['after']}>{props.after}</span>}
      {...given({ name: props.name, onBlur: props.onBlur, onKeyDown: props.onKeyDown, inputMode: props.inputMode, maxLength: props.maxLength, autoFocus: props.autoFocus })}
    />
  )
}
