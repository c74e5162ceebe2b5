import type { Appearance } from '#shared/contract/session.ts'
import { call } from '#renderer/api/client.ts'
import { useAppearance } from '#renderer/state/appearance-store.ts'

/** How the page looks and the way to change it; the choice follows the person to the next sign-in. */
export function useChooseAppearance(): readonly [Appearance, (appearance: Appearance) => void] {
  const appearance = useAppearance(s => s.appearance)
  return [appearance, choose]
}

function choose(appearance: Appearance): void {
  useAppearance.getState().choose(appearance)
  // Not saved only means chosen again next time.
  call('session.savePreference', { key: 'appearance', value: JSON.stringify(appearance) }).catch(() => undefined)
}
