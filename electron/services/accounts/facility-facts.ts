import type { Facility } from '#shared/contract/facility.ts'
import type { FacilityFacts } from '../deps.ts'

/** What the session's watch needs of the facility. */
export const factsOf = ({ name, zone, demo, idleMinutes, blurSeconds }: Facility): FacilityFacts => ({ name, zone, demo, idleMinutes, blurSeconds })
