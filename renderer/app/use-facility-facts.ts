import type { Colleague } from '#shared/contract/accounts.ts'
import type { Facility } from '#shared/contract/facility.ts'
import { useReady } from './ready-gate.tsx'

/** Name, zone and units of the facility; removed units too, marked as such. */
export const useFacilityFacts = (): Facility => useReady().facility

/** Everyone who works or worked here. For a chooser take those who are `active`. */
export const useColleagues = (): readonly Colleague[] => useReady().colleagues
