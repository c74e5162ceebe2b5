import type { Column, SortDirection, SortLevel } from './table-types.ts'

export const MAX_SORT_LEVELS = 3

export type SortMark = { direction: SortDirection; /** 1 for the first level. */ level: number } | null

type Sortable = Pick<Column<unknown>, 'id' | 'firstDirection'>

/**
 * The sort after a click on a column. Alone: the column becomes the only level, a second click turns it round. With
 * `add` (Shift): it joins as the last of up to three levels, turns round at the second click and leaves at the third.
 */
export function sortAfterClick(sort: readonly SortLevel[], column: Sortable, add: boolean): SortLevel[] {
  const first = column.firstDirection ?? 'asc'
  const held = sort.find((level) => level.columnId === column.id)
  if (!add) {
    const direction = held !== undefined && sort[0] === held ? opposite(held.direction) : first
    return [{ columnId: column.id, direction }]
  }
  if (held === undefined) return sort.length < MAX_SORT_LEVELS ? [...sort, { columnId: column.id, direction: first }] : [...sort]
  if (held.direction === first) return sort.map((level) => (level === held ? { ...level, direction: opposite(first) } : level))
  return sort.filter((level) => level !== held)
}

/** The sort with the column as its only level, in that direction. */
export function sortBy(columnId: string, direction: SortDirection): SortLevel[] {
  return [{ columnId, direction }]
}

export function sortWithout(sort: readonly SortLevel[], columnId: string): SortLevel[] {
  return sort.filter((level) => level.columnId !== columnId)
}

export function sortMark(sort: readonly SortLevel[], columnId: string): SortMark {
  const at = sort.findIndex((level) => level.columnId === columnId)
  const level = sort[at]
  return level === undefined ? null : { direction: level.direction, level: at + 1 }
}

/** `Sorted by Unit ascending, then Patient descending`: what is read aloud after a change. */
export function sortWords(sort: readonly SortLevel[], columns: readonly Pick<Column<unknown>, 'id' | 'header'>[]): string {
  const parts = sort.flatMap(({ columnId, direction }) => {
    const column = columns.find(({ id }) => id === columnId)
    return column === undefined ? [] : [`${column.header} ${direction === 'asc' ? 'ascending' : 'descending'}`]
  })
  return parts.length === 0 ? 'Not sorted' : `Sorted by ${parts.join(', then ')}`
}

function opposite(direction: SortDirection): SortDirection {
  return direction === 'asc' ? 'desc' : 'asc'
}
