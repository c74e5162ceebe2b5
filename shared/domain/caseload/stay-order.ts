import type { Instant } from '#shared/kernel/instant.ts'
import type { StatusChange, StayStatus, UnitMove } from '#shared/model/stay.ts'

/** What is wrong with the entry at `index`, said to the person. */
export interface OrderProblem {
  readonly index: number
  readonly message: string
}

const follows: Readonly<Record<StayStatus, readonly StayStatus[]>> = {
  planned: ['emergency', 'observation', 'inpatient', 'outpatient', 'in-care', 'cancelled'],
  emergency: ['observation', 'inpatient', 'outpatient', 'discharged', 'cancelled'],
  observation: ['inpatient', 'outpatient', 'discharged', 'cancelled'],
  // An inpatient order may be taken back before discharge (condition code 44).
  inpatient: ['observation', 'outpatient', 'discharged', 'cancelled'],
  outpatient: ['emergency', 'observation', 'inpatient', 'in-care', 'discharged', 'cancelled'],
  // Also what a census without a class says: in a bed, and no more is known.
  'in-care': ['discharged', 'emergency', 'observation', 'inpatient', 'outpatient', 'cancelled'],
  discharged: [],
  cancelled: [],
}

/** Words for a status in the middle of a sentence. */
export const statusWords: Readonly<Record<StayStatus, string>> = {
  planned: 'planned', emergency: 'emergency', observation: 'observation', inpatient: 'inpatient', outpatient: 'outpatient', 'in-care': 'in care', discharged: 'discharged', cancelled: 'cancelled',
}

/** The statuses that may come next; at the very beginning everything but the two that end a stay. */
export function nextStatuses(last: StayStatus | null): readonly StayStatus[] {
  return last === null ? ['planned', 'emergency', 'observation', 'inpatient', 'outpatient', 'in-care'] : follows[last]
}

/**
 * The first thing wrong with a stay's status changes, or null. Each is later than the one before, follows from it, and only a planned arrival may lie in the future.
 *
 * Somebody may come before the planned moment. The first `settled` changes were there before and are not judged: what an import brought need not keep this order,
 * and must not stand in the way of a discharge.
 */
export function statusOrderProblem(changes: readonly StatusChange[], now: Instant, settled = 0): OrderProblem | null {
  for (const [index, change] of changes.entries()) {
    if (index < settled) continue
    const before = changes[index - 1]
    if (!nextStatuses(before?.status ?? null).includes(change.status)) return { index, message: notNext(before, change) }
    if (before !== undefined && before.status !== 'planned' && change.from <= before.from) return { index, message: 'This is not later than the status before it.' }
    if (change.status !== 'planned' && change.from > now) return { index, message: 'This lies in the future.' }
  }
  return null
}

function notNext(before: StatusChange | undefined, change: StatusChange): string {
  if (before === undefined) return `A stay cannot begin as ${statusWords[change.status]}.`
  if (before.status === change.status) return `The stay is ${statusWords[change.status]} already.`
  return `After ${statusWords[before.status]} a stay cannot become ${statusWords[change.status]}.`
}

/**
 * The first thing wrong with a stay's unit moves, or null.
 *
 * Each is later than the one before, to another place, not before the arrival, not after the end, and not in the future. Of the first `settled`, which were there
 * before, only the end is asked.
 */
export function moveOrderProblem(moves: readonly UnitMove[], arrivedAt: Instant, endedAt: Instant | 'ongoing', now: Instant, settled = 0): OrderProblem | null {
  for (const [index, move] of moves.entries()) {
    const before = moves[index - 1]
    if (endedAt !== 'ongoing' && move.from > endedAt) return { index, message: 'This is after the stay ended.' }
    if (index < settled) continue
    if (isNowhere(move)) return { index, message: 'Name the unit, the room or the bed.' }
    if (move.from < arrivedAt) return { index, message: 'This is before the arrival.' }
    if (before !== undefined && move.from <= before.from) return { index, message: 'This is not later than the move before it.' }
    if (before !== undefined && isSamePlace(before, move)) return { index, message: 'The patient is there already.' }
    if (move.from > now && move.from > arrivedAt) return { index, message: 'This lies in the future.' }
  }
  return null
}

const isNowhere = (move: UnitMove): boolean => move.unitId === 'unknown' && move.unitName === 'unknown' && move.room === 'unknown' && move.bed === 'unknown'
const isSamePlace = (a: UnitMove, b: UnitMove): boolean => a.unitId === b.unitId && a.unitName === b.unitName && a.room === b.room && a.bed === b.bed

/** How many of the first steps are the same in both: those a change leaves alone. */
export function settledSteps<Step extends StatusChange | UnitMove>(before: readonly Step[], after: readonly Step[]): number {
  const changed = after.findIndex((step, index) => JSON.stringify(step) !== JSON.stringify(before[index]))
  return changed < 0 ? after.length : changed
}

/** Arrival, end and present status as they follow from the changes. A planned arrival gives way to the real one. */
export function stayEnds(changes: readonly [StatusChange, ...StatusChange[]]): { readonly arrivedAt: Instant; readonly endedAt: Instant | 'ongoing'; readonly status: StayStatus } {
  const last = changes.at(-1) ?? changes[0]
  const arrival = changes.find(change => change.status !== 'planned') ?? changes[0]
  return { arrivedAt: arrival.from, endedAt: last.status === 'discharged' || last.status === 'cancelled' ? last.from : 'ongoing', status: last.status }
}
