import { create } from 'zustand'
import type { Overlay, Place, Route } from './route.ts'

interface RouteStore {
  readonly route: Route
  /** Where "back" goes, oldest first. */
  readonly past: readonly Route[]
  readonly overlay: Overlay | null
  /** Goes to a screen and closes what is open over it. */
  readonly go: (route: Route) => void
  /** The same screen, other choices (a tab): "back" does not stop here. */
  readonly replace: (route: Route) => void
  readonly back: () => void
  readonly openOverlay: (overlay: Overlay) => void
  readonly closeOverlay: () => void
  /** Back to a half-written form. */
  readonly resume: (place: Place) => void
  /** For another person, or after set-up: nothing of the last visit remains. */
  readonly startAt: (route: Route) => void
}

const PAST = 50

/** Which screen is shown. Kept while locked, so that unlocking returns to it; it holds ids only. */
export const useRoute = create<RouteStore>()(set => ({
  route: { screen: 'today' },
  past: [],
  overlay: null,
  go: route => set(s => ({ route, past: [...s.past, s.route].slice(-PAST), overlay: null })),
  replace: route => set({ route }),
  back: () => set(s => ({ route: s.past.at(-1) ?? s.route, past: s.past.slice(0, -1), overlay: null })),
  openOverlay: overlay => set({ overlay }),
  closeOverlay: () => set({ overlay: null }),
  resume: ({ route, overlay }) => set(s => ({ route, overlay, past: [...s.past, s.route].slice(-PAST) })),
  startAt: route => set({ route, past: [], overlay: null }),
}))
