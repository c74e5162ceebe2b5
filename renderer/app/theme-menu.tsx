import { Color20Regular, WeatherMoon20Regular, WeatherSunny20Regular } from '@fluentui/react-icons'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { useThemeMode } from '#renderer/ui/theme-provider.tsx'
import { useChooseAppearance } from './use-choose-appearance.ts'

const icons = { light: <WeatherSunny20Regular />, dark: <WeatherMoon20Regular />, contrast: <Color20Regular /> } as const
const choices = [['system', 'As the desktop'], ['light', 'Light'], ['dark', 'Dark'], ['contrast', 'High contrast']] as const

/** The colours of the page; remembered for the person. */
export function ThemeMenu() {
  const mode = useThemeMode()
  const [appearance, choose] = useChooseAppearance()
  return (
    <MenuButton
      label="Colours"
      iconOnly
      icon={icons[mode]}
      items={choices.map(([theme, label]) => ({ id: theme, label, checked: appearance.theme === theme, run: () => choose({ ...appearance, theme }) }))}
    />
  )
}
