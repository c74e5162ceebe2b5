import type { Instant, Zone } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { createContext, useContext, useMemo, type ReactNode } from 'react'

/** Where and when the workstation stands: what turns a day into "tomorrow" and a moment into a time on the wall. */
export interface Facility {
  readonly zone: Zone
  readonly today: PlainDate
  readonly now: () => Instant
}

const FacilityContext = createContext<Facility | null>(null)

/** `now` must be a stable function. */
export function FacilityProvider({ zone, today, now, children }: Facility & { children: ReactNode }) {
  const facility = useMemo(() => ({ zone, today, now }), [zone, today, now])
  return <FacilityContext value={facility}>{children}</FacilityContext>
}

/** Throws outside a FacilityProvider: a date shown in a guessed zone would be wrong without a sign. */
export function useFacility(): Facility {
  const facility = useContext(FacilityContext)
  if (facility === null) throw new Error('No FacilityProvider above this component.')
  return facility
}
