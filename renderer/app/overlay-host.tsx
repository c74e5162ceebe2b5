import { Suspense, type ReactElement } from 'react'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Overlay } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { AppErrorBoundary } from './app-error-boundary.tsx'
import { HoldKeys } from './hold-keys.tsx'
import { overlays } from './screens.tsx'

/** The small form that is open over the screen, if any. */
export function OverlayHost(): ReactElement | null {
  const overlay = useRoute(s => s.overlay)
  const close = useRoute(s => s.closeOverlay)
  if (overlay === null) return null
  return (
    <AppErrorBoundary key={overlay.overlay} what="This form">
      <Suspense fallback={<HoldKeys onKey={event => { if (event.key === 'Escape') close() }} />}>
        <OneOverlay overlay={overlay} />
      </Suspense>
    </AppErrorBoundary>
  )
}

function OneOverlay({ overlay }: { readonly overlay: Overlay }): ReactElement | null {
  const onClose = useRoute(s => s.closeOverlay)
  const { contact: Contact, note: Note, task: Task } = overlays
  const key = JSON.stringify(overlay)
  switch (overlay.overlay) {
    case 'contact':
      return <Contact key={key} overlay={overlay} onClose={onClose} />
    case 'note':
      return <Note key={key} overlay={overlay} onClose={onClose} />
    case 'task':
      return <Task key={key} overlay={overlay} onClose={onClose} />
    default:
      return assertNever(overlay)
  }
}
