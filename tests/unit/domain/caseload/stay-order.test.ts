import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveOrderProblem, nextStatuses, settledSteps, statusOrderProblem, stayEnds } from '#shared/domain/caseload/stay-order.ts'
import { instant, plusMinutes } from '#shared/kernel/instant.ts'
import { StayStatus, type StatusChange } from '#shared/model/stay.ts'
import { move, status } from '#tests/builders/a-stay.ts'

const now = instant('2026-11-22T17:00:00.000Z')

describe('statuses', () => {
  test('observation, inpatient, discharged is an order that can be', () => {
    expect(statusOrderProblem([status('observation', '2026-11-20T10:00:00.000Z'), status('inpatient', '2026-11-21T10:00:00.000Z'), status('discharged', '2026-11-22T10:00:00.000Z')], now)).toBeNull()
  })

  test('an inpatient order may be taken back', () => {
    expect(statusOrderProblem([status('inpatient', '2026-11-20T10:00:00.000Z'), status('observation', '2026-11-21T10:00:00.000Z')], now)).toBeNull()
  })

  test('nothing follows a discharge', () => {
    expect(statusOrderProblem([status('inpatient', '2026-11-20T10:00:00.000Z'), status('discharged', '2026-11-21T10:00:00.000Z'), status('inpatient', '2026-11-22T10:00:00.000Z')], now))
      .toEqual({ index: 2, message: 'After discharged a stay cannot become inpatient.' })
  })

  test('a stay cannot begin with its end', () => {
    expect(statusOrderProblem([status('discharged', '2026-11-20T10:00:00.000Z')], now)).toEqual({ index: 0, message: 'A stay cannot begin as discharged.' })
  })

  test('the same status twice is refused', () => {
    expect(statusOrderProblem([status('inpatient', '2026-11-20T10:00:00.000Z'), status('inpatient', '2026-11-21T10:00:00.000Z')], now)?.index).toBe(1)
  })

  test('the same moment or an earlier one is refused', () => {
    expect(statusOrderProblem([status('observation', '2026-11-20T10:00:00.000Z'), status('inpatient', '2026-11-20T10:00:00.000Z')], now)?.message).toBe('This is not later than the status before it.')
  })

  test('this very moment is fine, a minute later lies in the future', () => {
    expect(statusOrderProblem([{ status: 'inpatient', from: now }], now)).toBeNull()
    expect(statusOrderProblem([{ status: 'inpatient', from: plusMinutes(now, 1) }], now)?.message).toBe('This lies in the future.')
  })

  test('a planned arrival may lie in the future', () => {
    expect(statusOrderProblem([{ status: 'planned', from: plusMinutes(now, 5_000) }], now)).toBeNull()
  })

  test('law: what may follow is exactly what passes', () => {
    fc.assert(fc.property(fc.constantFrom(...StayStatus.values), fc.constantFrom(...StayStatus.values), (first, second) => {
      const changes: StatusChange[] = [{ status: first, from: plusMinutes(now, -60) }, { status: second, from: plusMinutes(now, -30) }]
      const may = nextStatuses(null).includes(first) && nextStatuses(first).includes(second)
      expect(statusOrderProblem(changes, now) === null).toBe(may)
    }))
  })
})

describe('ends', () => {
  test('a planned arrival gives way to the real one', () => {
    expect(stayEnds([status('planned', '2026-11-20T10:00:00.000Z'), status('inpatient', '2026-11-20T11:30:00.000Z')])).toEqual({ arrivedAt: '2026-11-20T11:30:00.000Z', endedAt: 'ongoing', status: 'inpatient' })
  })

  test('a discharge ends the stay at its moment', () => {
    expect(stayEnds([status('inpatient', '2026-11-20T10:00:00.000Z'), status('discharged', '2026-11-22T10:00:00.000Z')])).toMatchObject({ endedAt: '2026-11-22T10:00:00.000Z', status: 'discharged' })
  })
})

describe('unit moves', () => {
  const arrived = instant('2026-11-20T10:00:00.000Z')

  test('the arrival itself is early enough, a minute before is not', () => {
    expect(moveOrderProblem([move('2026-11-20T10:00:00.000Z')], arrived, 'ongoing', now)).toBeNull()
    expect(moveOrderProblem([move('2026-11-20T09:59:00.000Z')], arrived, 'ongoing', now)?.message).toBe('This is before the arrival.')
  })

  test('a move to where the patient lies already is refused', () => {
    expect(moveOrderProblem([move('2026-11-20T10:00:00.000Z'), move('2026-11-21T10:00:00.000Z')], arrived, 'ongoing', now)).toEqual({ index: 1, message: 'The patient is there already.' })
  })

  test('another bed on the same unit is a move', () => {
    expect(moveOrderProblem([move('2026-11-20T10:00:00.000Z'), move('2026-11-21T10:00:00.000Z', { bed: '13' })], arrived, 'ongoing', now)).toBeNull()
  })

  test('a move after the end or to nowhere is refused', () => {
    expect(moveOrderProblem([move('2026-11-22T10:00:00.000Z')], arrived, instant('2026-11-21T10:00:00.000Z'), now)?.message).toBe('This is after the stay ended.')
    expect(moveOrderProblem([move('2026-11-20T10:00:00.000Z', { unitName: 'unknown', bed: 'unknown' })], arrived, 'ongoing', now)?.message).toBe('Name the unit, the room or the bed.')
  })
})

describe('what was there before', () => {
  const odd = [status('inpatient', '2026-11-20T10:00:00.000Z'), status('emergency', '2026-11-20T10:00:00.000Z')]
  test('is not judged again, so that an imported history does not stand in the way of a discharge', () => {
    const discharged = [...odd, status('discharged', '2026-11-21T10:00:00.000Z')]
    expect(statusOrderProblem(discharged, now)?.index).toBe(1)
    expect(statusOrderProblem(discharged, now, settledSteps(odd, discharged))).toBeNull()
    expect(moveOrderProblem([move('2026-11-20T10:00:00.000Z'), move('2026-11-20T10:00:00.000Z', { bed: '13' })], instant('2026-11-20T11:00:00.000Z'), 'ongoing', now, 2)).toBeNull()
  })
  test('an end before a move is noticed all the same', () => {
    expect(moveOrderProblem([move('2026-11-21T10:00:00.000Z')], instant('2026-11-20T11:00:00.000Z'), instant('2026-11-21T09:00:00.000Z'), now, 1)?.message).toBe('This is after the stay ended.')
  })
  test('who was planned for ten may come at half past eight', () => {
    expect(statusOrderProblem([status('planned', '2026-11-20T15:00:00.000Z'), status('inpatient', '2026-11-20T13:30:00.000Z')], now)).toBeNull()
  })
})
