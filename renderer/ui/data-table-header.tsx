import { ArrowSortDown16Regular, ArrowSortUp16Regular, ChevronDown12Regular } from '@fluentui/react-icons'
import type { MouseEvent, PointerEvent } from 'react'
import { cx } from './cx.ts'
import s from './data-table.module.css'
import { LEAST_COLUMN_WIDTH, pinnedIds } from './table-layout.ts'
import { sortMark } from './table-sort.ts'
import type { Column, SortLevel } from './table-types.ts'

export interface DataTableHeaderProps {
  readonly idOf: (columnId: string) => string
  readonly columns: readonly Column<never>[]
  readonly sort: readonly SortLevel[]
  readonly current: string | null
  readonly resizable: boolean
  readonly onSort: (columnId: string, add: boolean) => void
  readonly onMenu: (columnId: string) => void
  /** While dragging `done` is false; the last call has the width to keep. */
  readonly onResize: (columnId: string, width: number, done: boolean) => void
}

/** The header row. Its buttons are for the pointer; the keyboard reaches the same through the grid's one tab stop (so the menu's is hidden from readers). */
export function DataTableHeader({ idOf, columns, sort, current, resizable, onSort, onMenu, onResize }: DataTableHeaderProps) {
  const pinned = pinnedIds(columns)
  return (
    <div role="rowgroup" className={s['thead']}>
      <div role="row" aria-rowindex={1} className={s['hr']}>
        {columns.map((column, at) => (
          <div
            key={column.id}
            id={idOf(column.id)}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={ariaSort(sort, column)}
            className={cx(s['th'], pinned.has(column.id) && s['pin'], column.align && s[column.align], current === column.id && s['current'])}
            style={pinned.has(column.id) ? { left: `var(--left-${at})` } : undefined}
            onContextMenu={(event) => {
              event.preventDefault()
              onMenu(column.id)
            }}
          >
            <HeaderLabel column={column} sort={sort} onSort={onSort} />
            <button type="button" tabIndex={-1} aria-hidden className={s['more']} onMouseDown={keepFocus} onClick={() => onMenu(column.id)}>
              <ChevronDown12Regular />
            </button>
            {resizable && <ResizeHandle onResize={(width, done) => onResize(column.id, width, done)} />}
          </div>
        ))}
      </div>
    </div>
  )
}

function HeaderLabel({ column, sort, onSort }: { column: Column<never>; sort: readonly SortLevel[]; onSort: DataTableHeaderProps['onSort'] }) {
  const mark = sortMark(sort, column.id)
  if (column.sortable !== true) return <span className={s['label']}>{column.header}</span>
  return (
    <button type="button" tabIndex={-1} className={s['label']} onMouseDown={keepFocus} onClick={(event) => onSort(column.id, event.shiftKey)}>
      <span className={s['labelText']}>{column.header}</span>
      {mark !== null && (mark.direction === 'asc' ? <ArrowSortUp16Regular aria-hidden /> : <ArrowSortDown16Regular aria-hidden />)}
      {mark !== null && sort.length > 1 && (
        <span className={cx('num', s['level'])} aria-hidden>
          {mark.level}
        </span>
      )}
    </button>
  )
}

/** Pointer only; the column menu and Ctrl+Left/Right are the way without dragging. */
function ResizeHandle({ onResize }: { onResize: (width: number, done: boolean) => void }) {
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    const handle = event.currentTarget
    const width = handle.parentElement?.getBoundingClientRect().width ?? LEAST_COLUMN_WIDTH
    const from = event.clientX
    const widthAt = (x: number) => Math.max(LEAST_COLUMN_WIDTH, Math.round(width + x - from))
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    handle.onpointermove = (move) => onResize(widthAt(move.clientX), false)
    handle.onpointerup = (up) => {
      handle.onpointermove = null
      handle.onpointerup = null
      onResize(widthAt(up.clientX), true)
    }
  }
  return <span aria-hidden className={s['resize']} onPointerDown={begin} />
}

// A press on a header button must not take focus from the grid, or the arrow keys would lose their place.
function keepFocus(event: MouseEvent<HTMLElement>) {
  event.preventDefault()
  event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
}

function ariaSort(sort: readonly SortLevel[], column: Column<never>): 'ascending' | 'descending' | 'none' | undefined {
  if (column.sortable !== true) return undefined
  const mark = sortMark(sort, column.id)
  if (mark === null) return 'none'
  return mark.direction === 'asc' ? 'ascending' : 'descending'
}
