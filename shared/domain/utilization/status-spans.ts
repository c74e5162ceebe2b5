import type { Instant } from '#shared/kernel/instant.ts'
import type { StatusChange, StayStatus } from '#shared/model/stay.ts'

export interface StatusSpan {
  readonly status: StayStatus
  readonly from: Instant
  /** The next change; `asOf` for the last one. */
  readonly to: Instant
}

/** The statuses in which nobody lies in a bed: before arrival, after discharge, never came. */
export const isOver = (status: StayStatus): boolean => status === 'discharged' || status === 'cancelled'

/**
 * Each status with the time it lasted, up to `asOf`.
 *
 * Changes must be in order of time. What is after `asOf` has not happened yet and is left out; `discharged` and `cancelled` last for nothing.
 */
export function statusSpans(changes: readonly StatusChange[], asOf: Instant): readonly StatusSpan[] {
  const happened = changes.filter(change => change.from <= asOf)
  return happened.flatMap((change, index) => {
    if (isOver(change.status)) return []
    const to = happened[index + 1]?.from ?? asOf
    // Who came before the planned moment was never waited for.
    return to < change.from ? [] : [{ status: change.status, from: change.from, to }]
  })
}

/** The moment the stay ended by discharge or cancellation, as far as it has happened by `asOf`; null while it goes on. */
export function endedAt(changes: readonly StatusChange[], asOf: Instant): Instant | null {
  return changes.find(change => change.from <= asOf && isOver(change.status))?.from ?? null
}
