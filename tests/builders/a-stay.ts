import type { StayFields } from '#shared/contract/stays.ts'
import { instant, type Instant } from '#shared/kernel/instant.ts'
import type { StayStatus, StatusChange, UnitMove } from '#shared/model/stay.ts'

/** `status('inpatient', '2026-11-20T14:00:00.000Z')` */
export const status = (of: StayStatus, from: string): StatusChange => ({ status: of, from: instant(from) })

/** A move to a place known by name only; override what matters. */
export const move = (from: string, overrides: Partial<UnitMove> = {}): UnitMove => ({ unitId: 'unknown', unitName: 'Medical', room: 'unknown', bed: '12', from: instant(from), ...overrides })

/** An inpatient stay that goes on since 20 November 2026, 09:00 in New York; override what matters. */
export function aStay(overrides: Partial<StayFields> = {}): StayFields {
  return {
    kind: 'hospital', visitNumber: 'unknown', facilityName: 'unknown', reason: 'unknown', attending: 'unknown', disposition: 'unknown',
    statusChanges: [status('inpatient', '2026-11-20T14:00:00.000Z')], unitMoves: [],
    ...overrides,
  }
}

/** Statuses from pairs: `statuses(['observation', at1], ['inpatient', at2])`. */
export const statuses = (...pairs: readonly (readonly [StayStatus, Instant])[]): readonly StatusChange[] => pairs.map(([of, from]) => ({ status: of, from }))
