import { useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react'
import { ColumnMenu } from './column-menu.tsx'
import { DataTableHeader } from './data-table-header.tsx'
import { DataTableRow } from './data-table-row.tsx'
import s from './data-table.module.css'
import { layoutVariables, widthOf, WIDTH_STEP } from './table-layout.ts'
import { sortAfterClick, sortWords } from './table-sort.ts'
import type { Column, ColumnWidths, SortLevel } from './table-types.ts'
import type { Tone } from './tone.ts'
import { tableKeyHandler } from './use-table-keys.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface DataTableHandle {
  readonly focus: () => void
  readonly scrollToRow: (index: number) => void
}

export interface DataTableProps<Row> {
  readonly ariaLabel: string
  readonly columns: readonly Column<Row>[]
  readonly total: number
  /** The row at a place, or undefined while it is still being fetched (drawn as a skeleton). */
  readonly rowAt: (index: number) => Row | undefined
  readonly rowId: (row: Row) => string
  /** First and last row in or near view, both inclusive: fetch these. */
  readonly onRangeChange?: ((first: number, last: number) => void) | undefined
  readonly sort?: readonly SortLevel[] | undefined
  readonly onSort?: ((sort: SortLevel[]) => void) | undefined
  readonly activeIndex: number
  readonly onActive: (index: number) => void
  readonly onOpen?: ((row: Row) => void) | undefined
  /** Keys the grid has no use for (`m`, `Shift+Enter`, `Alt+ArrowLeft`); return true when taken. */
  readonly onRowKey?: ((row: Row, key: string, event: KeyboardEvent<HTMLElement>) => boolean | void) | undefined
  readonly emptyState?: ReactNode
  readonly columnWidths?: ColumnWidths | undefined
  readonly onColumnResize?: ((columnId: string, width: number) => void) | undefined
  readonly hiddenColumns?: readonly string[] | undefined
  readonly onHideColumn?: ((columnId: string) => void) | undefined
  readonly compact?: boolean | undefined
  /** Shown rows are about to be replaced (another filter is on its way). */
  readonly busy?: boolean | undefined
  readonly rowTone?: ((row: Row) => Tone | undefined) | undefined
  readonly autoFocus?: boolean | undefined
  /** A change scrolls back to the top: pass the filter and sort. */
  readonly resetKey?: string | undefined
  readonly ref?: Ref<DataTableHandle> | undefined
}

const HEADER_HEIGHT = 31
const OVERSCAN = 5
const noWidths: ColumnWidths = {}
const noSort: readonly SortLevel[] = []

/**
 * A dense grid over any number of rows, of which it draws those in view and asks for on demand. One tab stop: arrows,
 * Home, End and Page keys move by row, Up from the first row reaches the headers (Enter sorts, Shift+Enter adds a level,
 * Alt+Down opens the column's menu, Ctrl+Left and Right resize).
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { ariaLabel, total, rowAt, onActive, onOpen, onSort, onColumnResize, emptyState, busy, rowTone, autoFocus, resetKey, ref } = props
  const sort = props.sort ?? noSort
  const widths = props.columnWidths ?? noWidths
  const rowHeight = props.compact ? 26 : 32
  const base = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [header, setHeader] = useState<string | null>(null)
  const [menu, setMenu] = useState<string | null>(null)
  const columns = useShownColumns(props.columns, props.hiddenColumns)
  const active = Math.min(props.activeIndex, total - 1)
  const virtualizer = useRows(scroller, total, rowHeight, active)
  const items = virtualizer.getVirtualItems()
  useRangeReport(virtualizer.range, total, props.onRangeChange)

  const goRow = useCallback(
    (index: number) => {
      onActive(index)
      virtualizer.scrollToIndex(index, { align: 'auto' })
    },
    [onActive, virtualizer],
  )
  const headerId = (columnId: string) => `${base}-h-${columnId}`
  const goHeader = (columnId: string | null) => {
    setHeader(columnId)
    if (columnId !== null) document.getElementById(headerId(columnId))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const sortColumn = (columnId: string, add: boolean) => {
    const column = columns.find(({ id }) => id === columnId)
    if (column?.sortable === true) onSort?.(sortAfterClick(sort, column, add))
  }
  const resizeTo = (columnId: string, width: number, done: boolean) => {
    if (done) onColumnResize?.(columnId, width)
    else applyVariables(scroller.current, layoutVariables(columns, { ...widths, [columnId]: width }))
  }
  const openRow = (index: number) => {
    const row = rowAt(index)
    if (row !== undefined) onOpen?.(row)
  }
  const onKeyDown = tableKeyHandler({
    total, activeIndex: active, header, goRow, goHeader, sort: sortColumn, menu: setMenu,
    pageRows: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - HEADER_HEIGHT) / rowHeight) - 1),
    columnIds: columns.map(({ id }) => id),
    resize: (columnId, steps) => {
      const column = columns.find(({ id }) => id === columnId)
      if (column !== undefined) onColumnResize?.(columnId, widthOf(column, widths) + steps * WIDTH_STEP)
    },
    rowKey: (key, event) => {
      const row = rowAt(active)
      if (row === undefined) return false
      if (props.onRowKey?.(row, key, event) === true) return true
      if (key === 'Enter' && event.target === event.currentTarget) onOpen?.(row)
      return key === 'Enter' && onOpen !== undefined
    },
  })
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }), scrollToRow: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }) }), [virtualizer])
  useEffect(() => {
    if (autoFocus === true) scroller.current?.focus({ preventScroll: true })
  }, [autoFocus])
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [resetKey])

  const menuColumn = columns.find(({ id }) => id === menu)
  return (
    <div className={s['wrap']}>
      <div
        ref={scroller}
        className={s['grid']}
        style={layoutVariables(columns, widths)}
        role="grid"
        aria-label={ariaLabel}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-busy={busy === true}
        aria-activedescendant={header !== null ? headerId(header) : active >= 0 ? `${base}-r-${active}` : undefined}
        aria-describedby={`${base}-help`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setHeader(null)}
        onScroll={markSideways}
      >
        <DataTableHeader idOf={headerId} columns={columns} sort={sort} current={header} resizable={onColumnResize !== undefined} onSort={sortColumn} onMenu={setMenu} onResize={resizeTo} />
        <div
          role="rowgroup"
          className={s['tbody']}
          style={{ height: virtualizer.getTotalSize() }}
          onClick={(event) => withRow(event, (index) => { setHeader(null); onActive(index) })}
          onDoubleClick={(event) => withRow(event, openRow)}
        >
          {items.map((item) => {
            const row = rowAt(item.index)
            return (
              <DataTableRow key={item.key} id={`${base}-r-${item.index}`} index={item.index} top={item.start} height={rowHeight} row={row} columns={columns} active={item.index === active} tone={row === undefined ? undefined : rowTone?.(row)} />
            )
          })}
        </div>
      </div>
      {total === 0 && busy !== true && <div className={s['empty']}>{emptyState}</div>}
      <span id={`${base}-help`} hidden>
        Arrow keys move by row, Enter opens. Up from the first row reaches the column headers: Enter sorts, Shift+Enter adds a sort level, Alt+Down opens the column menu.
      </span>
      <VisuallyHidden>
        <span role="status">{sort.length > 0 ? sortWords(sort, columns) : ''}</span>
      </VisuallyHidden>
      {menuColumn !== undefined && (
        <ColumnMenu
          column={menuColumn}
          target={document.getElementById(headerId(menuColumn.id))}
          sort={sort}
          widths={widths}
          onSort={onSort}
          onResize={onColumnResize}
          onHide={props.onHideColumn}
          onClose={() => {
            setMenu(null)
            scroller.current?.focus({ preventScroll: true })
          }}
        />
      )}
    </div>
  )
}

function useShownColumns<Row>(columns: readonly Column<Row>[], hidden: readonly string[] | undefined): readonly Column<Row>[] {
  return useMemo(() => (hidden === undefined || hidden.length === 0 ? columns : columns.filter(({ id, hideable }) => hideable === false || !hidden.includes(id))), [columns, hidden])
}

function useRows(scroller: { readonly current: HTMLDivElement | null }, count: number, rowHeight: number, active: number) {
  // The active row stays in the document while it is out of view, because aria-activedescendant must name something.
  const rangeExtractor = useCallback(
    ({ startIndex, endIndex, overscan, count: rows }: Range) => {
      const first = Math.max(0, startIndex - overscan)
      const last = Math.min(rows - 1, endIndex + overscan)
      const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
      if (active < 0 || active >= rows || (active >= first && active <= last)) return shown
      return active < first ? [active, ...shown] : [...shown, active]
    },
    [active],
  )
  const virtualizer = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: OVERSCAN, scrollPaddingStart: HEADER_HEIGHT, useFlushSync: false, rangeExtractor })
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer])
  return virtualizer
}

function useRangeReport(range: { readonly startIndex: number; readonly endIndex: number } | null, total: number, report: ((first: number, last: number) => void) | undefined) {
  const first = range === null ? -1 : Math.max(0, range.startIndex - OVERSCAN)
  const last = range === null ? -1 : Math.min(total - 1, range.endIndex + OVERSCAN)
  useEffect(() => {
    if (first >= 0 && last >= first) report?.(first, last)
  }, [first, last, report])
}

function applyVariables(element: HTMLElement | null, variables: object) {
  for (const [name, value] of Object.entries(variables)) element?.style.setProperty(name, String(value))
}

function markSideways(event: { currentTarget: HTMLElement }) {
  event.currentTarget.toggleAttribute('data-sideways', event.currentTarget.scrollLeft > 0)
}

function withRow(event: MouseEvent<HTMLElement>, act: (index: number) => void) {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  if (row?.dataset['index'] !== undefined) act(Number(row.dataset['index']))
}
