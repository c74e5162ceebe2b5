import { Combobox, Option, useMergedRefs } from '@fluentui/react-components'
import { useState, type Ref } from 'react'
import s from './combo-field.module.css'
import { cx } from './cx.ts'
import { FieldShell, type FieldProps } from './field-shell.tsx'
import shell from './field-shell.module.css'
import { given } from './given.ts'
export type { ComboOption, OptionSearch } from './use-option-search.ts'
import { useOptionSearch, type ComboOption, type OptionSearch } from './use-option-search.ts'

export interface ComboFieldProps<T> extends FieldProps {
  readonly value: ComboOption<T> | null
  readonly onChange: (value: ComboOption<T> | null) => void
  /** Options for what was typed; the signal says that nobody waits any more. Must be stable. */
  readonly search: OptionSearch<T>
  readonly minChars?: number | undefined
  /** Offered before anything is typed. */
  readonly initialOptions?: readonly ComboOption<T>[] | undefined
  readonly emptyText?: string | undefined
  readonly placeholder?: string | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** One of many, found by typing. Text that was not chosen from the list is no value and goes when the field is left. */
export function ComboField<T>(props: ComboFieldProps<T>) {
  const { value, onChange, minChars = 2, emptyText = 'Nothing found' } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const ref = useMergedRefs<HTMLInputElement>(props.ref)
  const found = useOptionSearch({ text: typed ?? '', search: props.search, minChars, initialOptions: props.initialOptions })
  const choose = (option: ComboOption<T> | null) => {
    setTyped(null)
    setOpen(false)
    onChange(option)
  }
  const type = (text: string) => {
    setTyped(text)
    setOpen(true)
    if (text === '' && value !== null) onChange(null)
  }
  return (
    <FieldShell {...props}>
      {(control) => (
        <Combobox
          {...control}
          ref={ref}
          freeform
          size="small"
          className={cx(shell['wide'], s['combo'])}
          value={typed ?? value?.label ?? ''}
          selectedOptions={value === null ? [] : [value.id]}
          open={open}
          onOpenChange={(_, data) => setOpen(data.open)}
          onChange={(event) => type(event.target.value)}
          onOptionSelect={(_, data) => {
            // Fluent says "nothing chosen" at the first letter typed over a choice; that letter must stay.
            if (data.optionValue !== undefined) choose(found.options.find(({ id }) => id === data.optionValue) ?? null)
          }}
          onBlur={() => {
            setTyped(null)
            props.onBlur?.()
          }}
          autoComplete="off"
          spellCheck={false}
          placeholder={props.placeholder ?? ''}
          disabled={props.disabled === true}
          // One tab stop a field: the arrow is for the mouse, Alt+Down does the same.
          expandIcon={{ tabIndex: -1 }}
          positioning={{ position: 'below', align: 'start', overflowBoundaryPadding: 8 }}
          listbox={{ className: s['list'] ?? '' }}
          {...given({ name: props.name, autoFocus: props.autoFocus })}
        >
          {found.options.map((option) => (
            <Option key={option.id} value={option.id} text={option.label}>
              <span className={s['option']}>
                <span>{option.label}</span>
                {option.hint !== undefined && <small className="num">{option.hint}</small>}
              </span>
            </Option>
          ))}
          {found.options.length === 0 && (
            <Option key="said" value="" text="" disabled>
              {found.state === 'idle' ? `Type ${minChars} or more letters` : found.state === 'searching' ? 'Searching…' : found.state === 'failed' ? 'The search failed. Try again.' : emptyText}
            </Option>
          )}
        </Combobox>
      )}
    </FieldShell>
  )
}
