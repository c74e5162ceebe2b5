import type { ReactElement } from 'react'
import type { Route, RouteOf, ScreenName } from '#renderer/state/route.ts'
import { screens } from './screens.tsx'
import { useMay } from './use-signed-in.ts'

/** The screen of a place, for those who may see it. */
export function ScreenView({ route }: { readonly route: Route }): ReactElement | null {
  return <OneScreen name={route.screen} route={route} />
}

function OneScreen<S extends ScreenName>({ name, route }: { readonly name: S; readonly route: Route }): ReactElement | null {
  const screen = screens[name]
  const may = useMay(screen.permission)
  if (!may || !isRouteOf(name, route)) return null
  const Component = screen.component
  return <Component route={route} />
}

const isRouteOf = <S extends ScreenName>(name: S, route: Route): route is RouteOf<S> & Route => route.screen === name
