import { usePalette } from '#renderer/state/palette-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import { capture } from './capture.ts'
import { itemsFor } from './navigation.tsx'
import { hideNow, lockNow } from './lock-now.ts'
import { useCanHide, useMay, useSignedIn } from './use-signed-in.ts'

const NUMBERS = ['alt+1', 'alt+2', 'alt+3', 'alt+4', 'alt+5', 'alt+6', 'alt+7', 'alt+8', 'alt+9']

/** The keys that work on every screen. Locking works over dialogs and over the hidden screen too. */
export function useFrameKeys(enabled: boolean): void {
  const { role } = useSignedIn()
  const canHide = useCanHide()
  const mayWrite = useMay('notes.write')
  const maySearch = useMay('patients.read')
  const go = useRoute(s => s.go)
  useHotkeys('mod+l', lockNow, { inModal: true })
  useHotkeys('mod+shift+l', hideNow, { enabled: enabled && canHide, inModal: true })
  useHotkeys('mod+k', () => usePalette.getState().show(), { enabled: enabled && maySearch })
  useHotkeys('f1', () => go({ screen: 'workstation' }), { enabled })
  useHotkeys('alt+arrowleft', () => useRoute.getState().back(), { enabled, inFields: false })
  useHotkeys(
    NUMBERS,
    event => {
      const item = itemsFor(role).flat()[Number(event.code.replace(/\D/g, '')) - 1]
      if (item !== undefined) go({ screen: item.screen })
    },
    { enabled },
  )
  useHotkeys('alt+n', () => capture('note'), { enabled: enabled && mayWrite })
  useHotkeys('alt+t', () => capture('task'), { enabled: enabled && mayWrite })
  useHotkeys('alt+c', () => capture('contact'), { enabled: enabled && mayWrite })
}
