import { memo, type ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './data-table.module.css'
import { pinnedIds } from './table-layout.ts'
import type { Column } from './table-types.ts'
import type { Tone } from './tone.ts'

export interface DataTableRowProps<Row> {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  readonly row: Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly active: boolean
  readonly tone: Tone | undefined
}

function DataTableRowInner<Row>({ id, index, top, height, row, columns, active, tone }: DataTableRowProps<Row>) {
  const pinned = pinnedIds(columns)
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      data-index={index}
      className={cx(s['tr'], tone && s[`tone-${tone}`])}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + 1}
          className={cx(s['td'], pinned.has(column.id) && s['pin'], column.align && s[column.align])}
          style={pinned.has(column.id) ? { left: `var(--left-${at})` } : undefined}
        >
          {row === undefined ? <Bone seed={index * 7 + at * 3} /> : column.cell(row)}
        </div>
      ))}
    </div>
  )
}

/** Drawn again only when its row, its columns or its place change: what keeps scrolling smooth. */
export const DataTableRow = memo(DataTableRowInner) as typeof DataTableRowInner

/** The grey bar of a cell still on its way. Stands still: fifty of them pulsing would cost more than the rows. */
function Bone({ seed }: { seed: number }): ReactNode {
  return <span className={s['bone']} style={{ width: `${40 + ((seed * 13) % 45)}%` }} />
}
