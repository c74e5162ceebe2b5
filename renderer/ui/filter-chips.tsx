import { cx } from './cx.ts'
import s from './filter-chips.module.css'
import type { Tone } from './tone.ts'

export interface ChipOption {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
  readonly tone?: Tone | undefined
}

interface Common {
  readonly ariaLabel: string
  readonly options: readonly ChipOption[]
}

export type FilterChipsProps = Common &
  (
    | { readonly multiple?: false | undefined; readonly selected: string; readonly onSelect: (id: string) => void }
    | { readonly multiple: true; readonly selected: readonly string[]; readonly onSelect: (ids: string[]) => void }
  )

/** Filters in one row, each with how many it would show. One of them, or with `multiple` any of them. */
export function FilterChips(props: FilterChipsProps) {
  return (
    <div className={s['chips']} role="group" aria-label={props.ariaLabel}>
      {props.options.map((option) => {
        const on = props.multiple ? props.selected.includes(option.id) : props.selected === option.id
        return (
          <button key={option.id} type="button" className={s['chip']} aria-pressed={on} onClick={() => toggle(props, option.id, on)}>
            {option.label}
            {option.count !== undefined && <span className={cx('num', s['count'], option.tone && option.count > 0 && s[option.tone])}>{option.count.toLocaleString('en-US')}</span>}
          </button>
        )
      })}
    </div>
  )
}

function toggle(props: FilterChipsProps, id: string, on: boolean) {
  if (props.multiple) props.onSelect(on ? props.selected.filter((other) => other !== id) : [...props.selected, id])
  else props.onSelect(id)
}
