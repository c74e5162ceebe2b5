import { Button, Menu, MenuDivider, MenuGroupHeader, MenuItem, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components'
import { ChevronDown12Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { cx } from './cx.ts'
import { given } from './given.ts'
import s from './menu.module.css'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly icon?: ReactElement | undefined
  /** Shown at the right; it does not bind the key. */
  readonly shortcut?: string | undefined
  /** Present on what can be on or off. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly danger?: boolean | undefined
  readonly run: () => void
}

export type MenuEntry = MenuAction | { readonly divider: string } | { readonly heading: string }

export interface MenuButtonProps {
  readonly label: string
  readonly icon?: ReactElement | undefined
  readonly items: readonly MenuEntry[]
  /** What can be on or off is switched while the menu stays open: several at one opening. */
  readonly several?: boolean | undefined
  readonly iconOnly?: boolean | undefined
  readonly appearance?: 'subtle' | 'outline' | 'primary' | undefined
  readonly disabled?: boolean | undefined
}

/** A button that opens a list of actions. */
export function MenuButton({ label, icon, items, several, iconOnly, appearance = 'subtle', disabled }: MenuButtonProps) {
  const checked = items.flatMap((item) => ('run' in item && item.checked === true ? [item.id] : []))
  const button = (
    <Button size="small" appearance={appearance} className={s['button'] ?? ''} disabledFocusable={disabled === true} {...given({ icon, 'aria-label': iconOnly ? label : undefined })}>
      {iconOnly ? null : (
        <>
          {label}
          <ChevronDown12Regular className={s['chevron'] ?? ''} aria-hidden />
        </>
      )}
    </Button>
  )
  return (
    <Menu checkedValues={{ on: checked }} hasIcons={items.some((item) => 'run' in item && item.icon !== undefined)}>
      <MenuTrigger disableButtonEnhancement>
        {iconOnly ? (
          <Tooltip content={label} relationship="inaccessible">
            {button}
          </Tooltip>
        ) : (
          button
        )}
      </MenuTrigger>
      <MenuPopover className={s['popover'] ?? ''}>
        <MenuList>{items.map((item) => entry(item, several === true))}</MenuList>
      </MenuPopover>
    </Menu>
  )
}

// Once the menu has given focus back to its button, so that a dialog opened by the action returns it there too.
function afterClosing(run: () => void) {
  setTimeout(run)
}

function entry(item: MenuEntry, several: boolean) {
  if ('divider' in item) return <MenuDivider key={item.divider} />
  if ('heading' in item) return <MenuGroupHeader key={item.heading}>{item.heading}</MenuGroupHeader>
  const shared = { disabled: item.disabled === true, onClick: () => afterClosing(item.run), className: cx(s['item'], item.danger && s['danger']), ...given({ icon: item.icon, secondaryContent: item.shortcut }) }
  if (item.checked !== undefined) {
    return (
      <MenuItemCheckbox key={item.id} name="on" value={item.id} persistOnClick={several} {...shared} {...(several ? { onClick: item.run } : {})}>
        {item.label}
      </MenuItemCheckbox>
    )
  }
  return (
    <MenuItem key={item.id} {...shared}>
      {item.label}
    </MenuItem>
  )
}
