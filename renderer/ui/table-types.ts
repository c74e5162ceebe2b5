import type { ReactNode } from 'react'

export type SortDirection = 'asc' | 'desc'

export interface SortLevel {
  readonly columnId: string
  readonly direction: SortDirection
}

/** One column of a DataTable or PlainTable. Build the array once (module level or useMemo): rows redraw when it changes. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** Pixels; the least it gets. Spare width is shared out by `grow`. */
  readonly width: number
  readonly cell: (row: Row) => ReactNode
  readonly sortable?: boolean | undefined
  readonly align?: 'start' | 'end' | 'center' | undefined
  /** False keeps it out of the column chooser. */
  readonly hideable?: boolean | undefined
  /** Stays in view while the table scrolls sideways. Without any pinned column the first one does. */
  readonly pinned?: boolean | undefined
  /** Share of the spare width; 1 unless said, 0 never grows. */
  readonly grow?: number | undefined
  /** Direction of the first click; ascending unless said. */
  readonly firstDirection?: SortDirection | undefined
}

/** Row ids, sort levels and widths outlive a column that is gone: readers ignore ids they do not know. */
export type ColumnWidths = Readonly<Record<string, number>>
