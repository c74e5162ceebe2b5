import { capture } from '#renderer/app/capture.ts'
import { lockNow } from '#renderer/app/lock-now.ts'
import { navigation, screens } from '#renderer/app/screens.tsx'
import { useSignedIn } from '#renderer/app/use-signed-in.ts'
import { mayDo } from '#shared/model/permission.ts'
import { usePalette } from '#renderer/state/palette-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import type { PaletteItem } from '#renderer/ui/command-palette.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'

/** What can be done from anywhere, narrowed by the typed words; what the role may not do is not offered. */
export function usePaletteCommands(words: string): PaletteItem[] {
  const { role } = useSignedIn()
  const go = useRoute(s => s.go)
  const toasts = useToasts()
  const hide = usePalette(s => s.hide)
  const run = (work: () => void) => () => { hide(); work() }

  const places = navigation.flat().filter(item => mayDo(role, screens[item.screen].permission))
    .map(item => ({ id: `go-${item.screen}`, title: `Go to ${item.label}`, run: run(() => go({ screen: item.screen })) }))
  const writing = mayDo(role, 'notes.write')
    ? [
        { id: 'note', title: 'Write a note', shortcut: 'Alt+N', run: run(() => capture('note')) },
        { id: 'task', title: 'Add a task', shortcut: 'Alt+T', run: run(() => capture('task')) },
        { id: 'contact', title: 'Record a contact', shortcut: 'Alt+C', run: run(() => capture('contact')) },
      ]
    : []
  const patients = mayDo(role, 'patients.write') ? [{ id: 'patient-new', title: 'New patient', run: run(() => go({ screen: 'patient-new' })) }, { id: 'duplicates', title: 'Likely duplicates', run: run(() => go({ screen: 'duplicates' })) }] : []
  const own = [
    { id: 'take-back', title: 'Take back the last change, while its message shows (Ctrl+M goes to the message)', shortcut: 'Ctrl+Z', run: run(toasts.takeBack) },
    { id: 'settings', title: 'My settings: passphrase, PIN, appearance', run: run(() => go({ screen: 'settings' })) },
    { id: 'lock', title: 'Lock now', shortcut: 'Ctrl+L', run: run(lockNow) },
  ]
  const terms = words.toLowerCase().split(/\s+/).filter(term => term !== '')
  return [...writing, ...patients, ...places, ...own].filter(item => terms.every(term => item.title.toLowerCase().includes(term)))
}
