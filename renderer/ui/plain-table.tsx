import { ArrowSortDown16Regular, ArrowSortUp16Regular } from '@fluentui/react-icons'
import type { KeyboardEvent, ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './plain-table.module.css'
import { sortAfterClick, sortMark } from './table-sort.ts'
import type { Column, SortLevel } from './table-types.ts'

export interface PlainTableProps<Row> {
  readonly ariaLabel: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** Rows become tab stops; Enter and click open. */
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly emptyState?: ReactNode
  readonly compact?: boolean | undefined
  readonly sort?: readonly SortLevel[] | undefined
  readonly onSort?: ((sort: SortLevel[]) => void) | undefined
  /** One cell a column: sums. */
  readonly foot?: readonly ReactNode[] | undefined
  readonly caption?: string | undefined
}

/** A table of few rows (up to about a hundred), all of them drawn, with the browser's own table semantics. */
export function PlainTable<Row>({ ariaLabel, columns, rows, rowId, onOpen, emptyState, compact, sort, onSort, foot, caption }: PlainTableProps<Row>) {
  if (rows.length === 0 && emptyState !== undefined) return <>{emptyState}</>
  return (
    <div className={s['wrap']}>
      <table aria-label={ariaLabel} className={cx(s['table'], compact && s['compact'])}>
        {caption !== undefined && <caption>{caption}</caption>}
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <PlainHeader key={column.id} column={column} sort={sort ?? []} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} {...(onOpen === undefined ? {} : openable(() => onOpen(row)))}>
              {columns.map((column) => (
                <td key={column.id} className={column.align && s[column.align]}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && (
          <tfoot>
            <tr>
              {columns.map((column, at) => (
                <td key={column.id} className={column.align && s[column.align]}>
                  {foot[at]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function PlainHeader<Row>({ column, sort, onSort }: { column: Column<Row>; sort: readonly SortLevel[]; onSort: ((sort: SortLevel[]) => void) | undefined }) {
  const mark = sortMark(sort, column.id)
  const direction = mark === null ? 'none' : mark.direction === 'asc' ? 'ascending' : 'descending'
  if (column.sortable !== true || onSort === undefined) {
    return (
      <th scope="col" className={column.align && s[column.align]}>
        {column.header}
      </th>
    )
  }
  return (
    <th scope="col" aria-sort={direction} className={column.align && s[column.align]}>
      <button type="button" onClick={(event) => onSort(sortAfterClick(sort, column, event.shiftKey))}>
        {column.header}
        {mark !== null && (mark.direction === 'asc' ? <ArrowSortUp16Regular aria-hidden /> : <ArrowSortDown16Regular aria-hidden />)}
      </button>
    </th>
  )
}

function openable(open: () => void) {
  return {
    tabIndex: 0,
    'data-opens': true,
    onClick: open,
    onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => {
      if (event.target !== event.currentTarget) return
      if (event.key === 'Enter') open()
      else if (event.key === 'ArrowDown') focusRow(event, event.currentTarget.nextElementSibling)
      else if (event.key === 'ArrowUp') focusRow(event, event.currentTarget.previousElementSibling)
    },
  }
}

function focusRow(event: KeyboardEvent, row: Element | null) {
  event.preventDefault()
  if (row instanceof HTMLElement) row.focus()
}
