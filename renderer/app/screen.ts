import { lazy, type ComponentType, type LazyExoticComponent, type ReactElement } from 'react'
import type { Permission } from '#shared/model/permission.ts'
import type { OverlayName, OverlayOf, RouteOf, ScreenName } from '#renderer/state/route.ts'

export interface ScreenProps<S extends ScreenName> {
  readonly route: RouteOf<S>
}

export interface OverlayProps<O extends OverlayName> {
  readonly overlay: OverlayOf<O>
  readonly onClose: () => void
}

export interface Screen<S extends ScreenName> {
  /** The window's title and the name of the main region. Never patient data. */
  readonly title: string
  readonly permission: Permission
  readonly component: LazyExoticComponent<ComponentType<ScreenProps<S>>>
}

export interface NavItem {
  readonly screen: 'audit' | 'backup' | 'caseload' | 'facility' | 'imports' | 'people' | 'reference' | 'today' | 'workstation'
  readonly label: string
  readonly icon: ReactElement
}

/** A screen that is loaded when it is first shown, so that the first paint stays small. */
export const onDemand = <P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await load() }))
