import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components'
import { Color20Regular, WeatherMoon20Regular, WeatherSunny20Regular } from '@fluentui/react-icons'
import { useThemeMode } from '#renderer/ui/theme-provider.tsx'
import { useChooseAppearance } from './use-choose-appearance.ts'

const icons = { light: <WeatherSunny20Regular />, dark: <WeatherMoon20Regular />, contrast: <Color20Regular /> } as const
const choices = [['system', 'As the desktop'], ['light', 'Light'], ['dark', 'Dark'], ['contrast', 'High contrast']] as const

/** The colours of the page, one of four; remembered for the person. */
export function ThemeMenu() {
  const mode = useThemeMode()
  const [appearance, choose] = useChooseAppearance()
  const chosen = (value: string | undefined) => {
    const theme = choices.find(([choice]) => choice === value)?.[0]
    if (theme !== undefined) choose({ ...appearance, theme })
  }
  return (
    <Menu checkedValues={{ theme: [appearance.theme] }} onCheckedValueChange={(_, { checkedItems }) => chosen(checkedItems[0])} positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="Colours" relationship="inaccessible">
          <Button size="small" appearance="subtle" aria-label="Colours" icon={icons[mode]} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{choices.map(([theme, label]) => <MenuItemRadio key={theme} name="theme" value={theme}>{label}</MenuItemRadio>)}</MenuList>
      </MenuPopover>
    </Menu>
  )
}
