import { Button } from '@fluentui/react-components'
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { cx } from '#renderer/ui/cx.ts'
import { FormSection } from '#renderer/ui/form-layout.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import s from './patients.module.css'

interface ListEditorProps<Row extends { readonly key: number }> {
  readonly title: string
  /** One of them, in lower case: "phone". */
  readonly one: string
  readonly rows: readonly Row[]
  readonly onRows: (rows: Row[]) => void
  readonly blank: Omit<Row, 'key'>
  /** Class of the grid of one row. */
  readonly grid: string | undefined
  readonly make: (blank: Omit<Row, 'key'>, key: number) => Row
  readonly fields: (row: Row, change: (patch: Partial<Row>) => void, index: number) => ReactNode
}

/** Rows of one kind: add, edit, remove. */
export function ListEditor<Row extends { readonly key: number }>({ title, one, rows, onRows, blank, grid, make, fields }: ListEditorProps<Row>) {
  const add = () => onRows([...rows, make(blank, Math.max(0, ...rows.map(row => row.key)) + 1)])
  return (
    <FormSection level={2} title={title} actions={<Button size="small" icon={<Add16Regular />} onClick={add}>Add {one}</Button>}>
      {rows.length === 0 && <p className={s['none']}>Not known.</p>}
      {rows.map((row, index) => (
        <div key={row.key} className={cx(s['rowGroup'], grid)} role="group" aria-label={`${title} ${index + 1}`}>
          {fields(row, patch => onRows(rows.map(each => (each.key === row.key ? { ...each, ...patch } : each))), index)}
          <span className={s['remove']}><IconButton label={`Remove ${one} ${index + 1}`} icon={<Delete16Regular />} onClick={() => onRows(rows.filter(each => each.key !== row.key))} /></span>
        </div>
      ))}
    </FormSection>
  )
}
