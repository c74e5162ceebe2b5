import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { ArrowSortDown16Regular, ArrowSortUp16Regular, EyeOff16Regular } from '@fluentui/react-icons'
import { widthOf, WIDTH_STEP } from './table-layout.ts'
import { MAX_SORT_LEVELS, sortAfterClick, sortBy, sortMark, sortWithout } from './table-sort.ts'
import type { Column, ColumnWidths, SortLevel } from './table-types.ts'

export interface ColumnMenuProps {
  readonly column: Column<never>
  readonly target: HTMLElement | null
  readonly sort: readonly SortLevel[]
  readonly widths: ColumnWidths
  readonly onClose: () => void
  readonly onSort: ((sort: SortLevel[]) => void) | undefined
  readonly onResize: ((columnId: string, width: number) => void) | undefined
  readonly onHide: ((columnId: string) => void) | undefined
}

/** What a column's header offers without a pointer: sorting, width, hiding. */
export function ColumnMenu({ column, target, sort, widths, onClose, onSort, onResize, onHide }: ColumnMenuProps) {
  const mark = sortMark(sort, column.id)
  const others = sortWithout(sort, column.id).length
  const sortable = onSort !== undefined && column.sortable === true
  const hide = column.hideable === false ? undefined : onHide
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_, data) => {
        if (!data.open) onClose()
      }}
    >
      <MenuPopover aria-label={`${column.header} column menu`}>
        <MenuList>
          {sortable && <MenuItem icon={<ArrowSortUp16Regular />} onClick={() => onSort(sortBy(column.id, 'asc'))}>Sort ascending</MenuItem>}
          {sortable && <MenuItem icon={<ArrowSortDown16Regular />} onClick={() => onSort(sortBy(column.id, 'desc'))}>Sort descending</MenuItem>}
          {sortable && mark === null && others > 0 && others < MAX_SORT_LEVELS && (
            <MenuItem onClick={() => onSort(sortAfterClick(sort, column, true))}>Add as sort level {others + 1}</MenuItem>
          )}
          {sortable && mark !== null && others > 0 && <MenuItem onClick={() => onSort(sortWithout(sort, column.id))}>Remove from sort</MenuItem>}
          {sortable && onResize !== undefined && <MenuDivider />}
          {onResize !== undefined && <MenuItem persistOnClick onClick={() => onResize(column.id, widthOf(column, widths) + WIDTH_STEP)}>Wider</MenuItem>}
          {onResize !== undefined && <MenuItem persistOnClick onClick={() => onResize(column.id, widthOf(column, widths) - WIDTH_STEP)}>Narrower</MenuItem>}
          {hide !== undefined && <MenuDivider />}
          {hide !== undefined && <MenuItem icon={<EyeOff16Regular />} onClick={() => hide(column.id)}>Hide column</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
