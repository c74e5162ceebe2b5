import { Textarea, useMergedRefs } from '@fluentui/react-components'
import type { Ref } from 'react'
import { cx } from './cx.ts'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import s from './field-shell.module.css'
import { given } from './given.ts'

export interface TextAreaFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number | undefined
  /** Shown as a count from three quarters on. Text beyond it stays and is marked: a paste is never cut. */
  readonly maxLength?: number | undefined
  readonly placeholder?: string | undefined
  readonly allowUnknown?: boolean | undefined
  readonly ref?: Ref<HTMLTextAreaElement> | undefined
}

/** Several lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { value, onChange, maxLength, allowUnknown } = props
  const unknown = allowUnknown === true && value === 'unknown'
  const ref = useMergedRefs<HTMLTextAreaElement>(props.ref)
  return (
    <FieldShell {...props} unknown={allowUnknown === true ? { checked: unknown, onChange: (checked) => onChange(checked ? 'unknown' : '') } : undefined}>
      {(control) => (
        <>
          <Textarea
            {...control}
            ref={ref}
            size="small"
            resize="vertical"
            className={s['wide'] ?? ''}
            rows={props.rows ?? 3}
            value={unknown ? '' : value}
            onChange={(_, data) => onChange(data.value)}
            autoComplete="off"
            spellCheck={false}
            disabled={props.disabled === true || unknown}
            placeholder={unknown ? 'Not known' : (props.placeholder ?? '')}
            {...given({ name: props.name, onBlur: props.onBlur, autoFocus: props.autoFocus })}
          />
          {maxLength !== undefined && value.length > maxLength * 0.75 && (
            <span className={cx('num', s['count'], value.length > maxLength && s['countFull'])}>
              {value.length} of {maxLength}
            </span>
          )}
        </>
      )}
    </FieldShell>
  )
}
