import { Appearance } from '#shared/contract/session.ts'
import { useChooseAppearance } from '#renderer/app/use-choose-appearance.ts'
import { RadioField, SwitchField } from '#renderer/ui/choice-fields.tsx'
import s from './settings.module.css'

const themes = [
  { value: 'system', label: 'As the desktop' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
]
const sizes = [
  { value: 'normal', label: 'Normal' },
  { value: 'large', label: 'Large' },
]

/** Shown at once, remembered for the person. */
export function AppearanceForm() {
  const [appearance, choose] = useChooseAppearance()
  return (
    <div className={s['form']}>
      <RadioField layout="row" label="Colours" value={appearance.theme} options={themes} onChange={theme => choose({ ...appearance, theme: Appearance.shape.theme.catch('system').parse(theme) })} />
      <RadioField layout="row" label="Text" value={appearance.textSize} options={sizes} onChange={size => choose({ ...appearance, textSize: size === 'large' ? 'large' : 'normal' })} />
      <SwitchField label="Compact rows in lists" value={appearance.compactRows} onChange={compactRows => choose({ ...appearance, compactRows })} />
    </div>
  )
}
