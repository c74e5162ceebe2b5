import type { ComponentType, LazyExoticComponent } from 'react'
import { onDemand } from './screen.ts'

/** Places in the frame that a feature fills: the palette behind Ctrl+K, and the top bar's "census as of". */
export const slots: { readonly palette?: LazyExoticComponent<ComponentType>; readonly censusAsOf?: LazyExoticComponent<ComponentType> } = {
  palette: onDemand(async () => (await import('#renderer/features/search/index.ts')).Palette),
  censusAsOf: onDemand(async () => (await import('#renderer/features/caseload/index.ts')).CensusAsOf),
}
