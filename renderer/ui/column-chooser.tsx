import { Button, Menu, MenuDivider, MenuItem, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ColumnTripleRegular } from '@fluentui/react-icons'
import type { Column } from './table-types.ts'

export interface ColumnChooserProps {
  readonly columns: readonly Pick<Column<never>, 'id' | 'header' | 'hideable'>[]
  readonly hidden: readonly string[]
  readonly onHidden: (columnIds: string[]) => void
  readonly onReset?: (() => void) | undefined
}

/** Which columns a table shows. Columns that may not be hidden are not offered. */
export function ColumnChooser({ columns, hidden, onHidden, onReset }: ColumnChooserProps) {
  const offered = columns.filter(({ hideable }) => hideable !== false)
  const shown = offered.filter(({ id }) => !hidden.includes(id)).map(({ id }) => id)
  return (
    <Menu
      checkedValues={{ shown }}
      onCheckedValueChange={(_, { checkedItems }) => onHidden(offered.filter(({ id }) => !checkedItems.includes(id)).map(({ id }) => id))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<ColumnTripleRegular />}>
          Columns
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {offered.map(({ id, header }) => (
            <MenuItemCheckbox key={id} name="shown" value={id}>
              {header}
            </MenuItemCheckbox>
          ))}
          {onReset !== undefined && <MenuDivider />}
          {onReset !== undefined && <MenuItem onClick={onReset}>Reset to default</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
