import type { CSSProperties } from 'react'
import type { Column, ColumnWidths } from './table-types.ts'

export const LEAST_COLUMN_WIDTH = 48
/** What one step of "Wider" adds, in pixels. */
export const WIDTH_STEP = 24

type Sized = Pick<Column<unknown>, 'id' | 'width' | 'grow' | 'pinned'>

export function widthOf(column: Sized, widths: ColumnWidths): number {
  return Math.max(LEAST_COLUMN_WIDTH, widths[column.id] ?? column.width)
}

/** Ids of the columns that stay in view: those that ask for it, else the first. */
export function pinnedIds(columns: readonly Sized[]): ReadonlySet<string> {
  const asked = columns.filter((column) => column.pinned === true)
  return new Set((asked.length > 0 ? asked : columns.slice(0, 1)).map((column) => column.id))
}

/**
 * Widths as custom properties of the grid, so that resizing a column redraws no row: `--cols` is the grid template,
 * `--table-width` the least width, `--left-<n>` where the pinned column n sticks.
 */
export function layoutVariables(columns: readonly Sized[], widths: ColumnWidths): CSSProperties {
  const pinned = pinnedIds(columns)
  const variables: Record<string, string> = {}
  let left = 0
  columns.forEach((column, index) => {
    if (!pinned.has(column.id)) return
    variables[`--left-${index}`] = `${left}px`
    left += widthOf(column, widths)
  })
  const total = columns.reduce((sum, column) => sum + widthOf(column, widths), 0)
  return { ...variables, '--cols': columns.map((column) => track(column, widths)).join(' '), '--table-width': `${total}px` } as CSSProperties
}

function track(column: Sized, widths: ColumnWidths): string {
  const width = widthOf(column, widths)
  const grow = widths[column.id] === undefined ? (column.grow ?? 1) : 0
  return grow === 0 ? `${width}px` : `minmax(${width}px, ${width * grow}fr)`
}
