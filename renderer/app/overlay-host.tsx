import { Suspense, type ReactElement } from 'react'
import type { Overlay, OverlayName, OverlayOf } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { AppErrorBoundary } from './app-error-boundary.tsx'
import { overlays } from './screens.tsx'

/** The small form that is open over the screen, if any. */
export function OverlayHost(): ReactElement | null {
  const overlay = useRoute(s => s.overlay)
  if (overlay === null) return null
  return (
    <AppErrorBoundary key={overlay.overlay} what="This form">
      <Suspense fallback={null}>
        <OneOverlay name={overlay.overlay} overlay={overlay} />
      </Suspense>
    </AppErrorBoundary>
  )
}

function OneOverlay<O extends OverlayName>({ name, overlay }: { readonly name: O; readonly overlay: Overlay }): ReactElement | null {
  const onClose = useRoute(s => s.closeOverlay)
  const Form = overlays[name]
  if (Form === undefined || !isOverlayOf(name, overlay)) return null
  return <Form key={JSON.stringify(overlay)} overlay={overlay} onClose={onClose} />
}

const isOverlayOf = <O extends OverlayName>(name: O, overlay: Overlay): overlay is OverlayOf<O> & Overlay => overlay.overlay === name
