import { Suspense, useEffect, useRef, type RefObject } from 'react'
import { mayDo } from '#shared/model/permission.ts'
import type { SignedIn } from '#shared/model/session.ts'
import type { Route } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { LoadingSkeleton } from '#renderer/ui/loading-skeleton.tsx'
import { AppErrorBoundary } from './app-error-boundary.tsx'
import { DemoStrip } from './demo-strip.tsx'
import s from './frame.module.css'
import { IdleWarning } from './idle-warning.tsx'
import { Navigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { OverlayHost } from './overlay-host.tsx'
import { PaletteSlot } from './palette-slot.tsx'
import { ScreenView } from './screen-view.tsx'
import { screens } from './screens.tsx'
import { fetchAhead } from './slots.ts'
import { StepUpDialog } from './step-up-dialog.tsx'
import { TopBar } from './top-bar.tsx'
import { useActivity } from './use-activity.ts'
import { useFrameKeys } from './use-frame-keys.ts'

/** The window while somebody works: top bar, navigation, one screen. While blurred it stays as it is under the overlay. */
export function Frame({ person, demo, blurred }: { readonly person: SignedIn; readonly demo: boolean; readonly blurred: boolean }) {
  const route = useRoute(s => s.route)
  const main = useRef<HTMLElement>(null)
  useActivity(!blurred)
  useFrameKeys(!blurred)
  useHomeFor(person)
  useFetchAhead()
  useEffect(() => {
    document.title = blurred ? 'Caseboard' : `${screens[route.screen].title} – Caseboard`
  }, [route.screen, blurred])
  return (
    <div className={s['frame']} data-blurred={blurred}>
      <a className={s['skip']} href="#main" onClick={event => { event.preventDefault(); main.current?.focus() }}>Skip to the screen</a>
      <TopBar />
      <div className={s['strips']}>
        {demo && <DemoStrip />}
        <Notices />
      </div>
      <Navigation />
      <main id="main" ref={main} className={s['main']} tabIndex={-1} aria-label={screens[route.screen].title}>
        <AppErrorBoundary key={route.screen} what="This screen">
          <Suspense fallback={<LoadingSkeleton kind="page" label="Opening the screen" />}>
            <ScreenView route={route} />
            <Arrival place={placeOf(route)} main={main} />
          </Suspense>
        </AppErrorBoundary>
      </main>
      <OverlayHost />
      <PaletteSlot />
      <StepUpDialog />
      {!blurred && <IdleWarning />}
    </div>
  )
}

/** The screen and its record, without what is open on it. */
const placeOf = (route: Route): string => JSON.stringify({ ...route, open: undefined, tab: undefined, person: undefined })

/** Once a screen stands, keys belong to it: what had the focus went with the screen before. A screen that chooses a field itself keeps its choice. */
function Arrival({ place, main }: { readonly place: string; readonly main: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus()
  }, [place, main])
  return null
}

function useFetchAhead(): void {
  useEffect(() => {
    const waiting = requestIdleCallback(() => void fetchAhead())
    return () => cancelIdleCallback(waiting)
  }, [])
}

/** A role that may not see the current screen starts at its own first one. */
function useHomeFor({ role }: SignedIn): void {
  const { screen } = useRoute(s => s.route)
  const startAt = useRoute(s => s.startAt)
  const permission = screens[screen].permission
  useEffect(() => {
    if (!mayDo(role, permission)) startAt({ screen: homeOf(role) })
  }, [role, permission, startAt])
}

const homeOf = (role: SignedIn['role']) => (role === 'administrator' ? 'people' : role === 'privacy-officer' ? 'audit' : 'today')
