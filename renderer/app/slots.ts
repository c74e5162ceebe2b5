import { onDemand } from './screen.ts'

const search = async () => import('#renderer/features/search/index.ts')
const caseload = async () => import('#renderer/features/caseload/index.ts')
const capture = async () => import('#renderer/features/capture/index.ts')

/** Places in the frame that a feature fills: the palette behind Ctrl+K, and the top bar's "census as of". */
export const slots = {
  palette: onDemand(async () => (await search()).Palette),
  censusAsOf: onDemand(async () => (await caseload()).CensusAsOf),
} as const

/** Code behind keys that work everywhere: fetched while the window rests, so that the first press finds it there. */
export async function fetchAhead(): Promise<void> {
  await Promise.allSettled([search(), capture()])
}
