import type { Instant } from '#shared/kernel/instant.ts'
import type { StatusChange } from '#shared/model/stay.ts'
import { isOver } from './status-spans.ts'

/**
 * The moment of the inpatient order in force, or null.
 *
 * It is the last status before the end of the stay that decides: an order taken back (inpatient, then observation: condition code 44) counts for
 * nothing, and an order given again counts from the second time. A cancelled stay has none. A repeated entry of the same order keeps the first moment.
 */
export function inpatientOrderAt(changes: readonly StatusChange[], asOf: Instant): Instant | null {
  const happened = changes.filter(change => change.from <= asOf)
  if (happened.some(change => change.status === 'cancelled')) return null
  const inCare = happened.filter(change => !isOver(change.status))
  let order: Instant | null = null
  for (const change of inCare) order = change.status === 'inpatient' ? (order ?? change.from) : null
  return order
}
