import type { StatusChange, Stay, UnitMove } from '#shared/model/stay.ts'

/** The parts of a stay an import may change. */
export type StayContent = Pick<Stay, 'kind' | 'visitNumber' | 'facilityName' | 'reason' | 'attending' | 'disposition' | 'statusChanges' | 'unitMoves'>

/**
 * A stay somebody worked on since it came in: what is unknown is filled, and what happened after the last thing known is added. Nothing is taken away or replaced.
 */
export function mergeStay(known: StayContent, incoming: StayContent): StayContent {
  return {
    kind: known.kind,
    visitNumber: either(known.visitNumber, incoming.visitNumber),
    facilityName: either(known.facilityName, incoming.facilityName),
    reason: either(known.reason, incoming.reason),
    attending: either(known.attending, incoming.attending),
    disposition: known.disposition === 'unknown' ? incoming.disposition : known.disposition,
    statusChanges: [...known.statusChanges, ...later(known.statusChanges, incoming.statusChanges, isOver)],
    unitMoves: [...known.unitMoves, ...later(known.unitMoves, incoming.unitMoves, () => false)],
  }
}

export const sameStay = (a: StayContent, b: StayContent): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))

const either = (known: string, incoming: string): string => (known === 'unknown' ? incoming : known)

/** What came after the last known step and says something else; nothing once the last step is an end. */
function later<T extends StatusChange | UnitMove>(known: readonly T[], incoming: readonly T[], isEnd: (step: T) => boolean): readonly T[] {
  const last = known.at(-1)
  if (last === undefined) return incoming
  if (isEnd(last)) return []
  return incoming.filter(step => step.from > last.from && !sameStep(step, last))
}

const isOver = (step: StatusChange): boolean => step.status === 'discharged' || step.status === 'cancelled'

function sameStep(a: StatusChange | UnitMove, b: StatusChange | UnitMove): boolean {
  const { from: _a, ...first } = a
  const { from: _b, ...second } = b
  return JSON.stringify(first) === JSON.stringify(second)
}

function inOrder({ kind, visitNumber, facilityName, reason, attending, disposition, statusChanges, unitMoves }: StayContent): readonly unknown[] {
  return [kind, visitNumber, facilityName, reason, attending, disposition, statusChanges.map(each => [each.status, each.from]), unitMoves.map(each => [each.unitId, each.unitName, each.room, each.bed, each.from])]
}
