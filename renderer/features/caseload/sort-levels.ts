import { SortColumn, type SortLevel } from '#shared/model/worklist.ts'
import type { SortLevel as TableSortLevel } from '#renderer/ui/table-types.ts'

/** The table's sort as the contract knows it; a column the store cannot sort by is left out. */
export function toSortLevels(levels: readonly TableSortLevel[]): SortLevel[] {
  return levels.flatMap(level => {
    const column = SortColumn.safeParse(level.columnId)
    return column.success ? [{ columnId: column.data, direction: level.direction }] : []
  })
}
