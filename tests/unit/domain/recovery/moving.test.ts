import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eddProblem } from '#shared/domain/recovery/edd-problem.ts'
import { nextEntry } from '#shared/domain/recovery/next-entry.ts'
import { reachedProblem } from '#shared/domain/recovery/reached-problem.ts'
import { replanNeedsReason } from '#shared/domain/recovery/replan-needs-reason.ts'
import { rowsMovedByEdd } from '#shared/domain/recovery/rows-moved-by-edd.ts'
import { rowsToShift } from '#shared/domain/recovery/rows-to-shift.ts'
import { shiftWindow } from '#shared/domain/recovery/shift-window.ts'
import { windowProblem } from '#shared/domain/recovery/window-problem.ts'
import { plusDays } from '#shared/kernel/plain-date.ts'
import { TimelineEntryId } from '#shared/model/ids.ts'
import type { EntryStatus, Window } from '#shared/model/timeline.ts'
import { day, today } from './library.ts'

const id = (n: number) => TimelineEntryId.parse(`01HZZZZZZZZZZZZZZZZZZZ${String(n).padStart(4, '0')}`)
const windowOf = (offset: number, length = 2): Window => ({ from: plusDays(today, offset), on: plusDays(today, offset + 1), to: plusDays(today, offset + Math.max(length, 1)) })
const row = (n: number, planned: Window, status: EntryStatus = 'open') => ({ id: id(n), kind: 'milestone' as const, status, planned, position: n, anchorKind: 'edd' as const })

test('a shift by n days and one by −n days is no shift at all', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: -365, max: 365 }), (offset, length, days) => {
      const window = windowOf(offset, length)
      expect(shiftWindow(shiftWindow(window, days), -days)).toEqual(window)
    }),
  )
})

test('this and all later open rows: itself, the same day, later; never an earlier or a reached one, nor one without dates', () => {
  const rows = [row(1, windowOf(-3)), row(2, windowOf(0)), row(3, windowOf(0, 9)), row(4, windowOf(5)), row(5, windowOf(5), 'reached'), row(6, 'no-date')]
  expect(rowsToShift(rows, id(2)).map(one => one.id)).toEqual([id(2), id(3), id(4)])
  expect(rowsToShift(rows, id(5))).toEqual([])
  expect(rowsToShift(rows, id(6))).toEqual([])
})

test('a shift keeps the order of the rows it moves', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: -365, max: 365 }), (offsets, days) => {
      const rows = offsets.map((offset, index) => row(index, windowOf(offset)))
      const moved = rowsToShift(rows, id(0)).map(one => shiftWindow(one.planned, days))
      const order = (windows: readonly Window[]) => windows.map(window => (window === 'no-date' ? '' : window.on)).toSorted()
      expect(order(moved)).toEqual(order(rowsToShift(rows, id(0)).map(one => one.planned)).map(on => plusDays(day(on), days)))
    }),
  )
})

test('a revised EDD moves the open rows planned from it, and none once the patient has left', () => {
  const rows = [row(1, windowOf(2)), { ...row(2, windowOf(2)), anchorKind: 'surgery' as const }, row(3, windowOf(2), 'reached')]
  expect(rowsMovedByEdd(rows, false).map(one => one.id)).toEqual([id(1)])
  expect(rowsMovedByEdd(rows, true)).toEqual([])
})

test('the next milestone is the earliest open one; a late one goes first', () => {
  expect(nextEntry([row(1, windowOf(4)), row(2, windowOf(-4)), row(3, windowOf(-9), 'reached'), { ...row(4, windowOf(-20)), kind: 'precaution' as const }])).toMatchObject({ id: id(2) })
  expect(nextEntry([row(1, 'no-date')])).toBe('none')
})

test('a re-plan needs a reason from the day after placement', () => {
  expect(replanNeedsReason(today, today)).toBe(false)
  expect(replanNeedsReason(plusDays(today, -1), today)).toBe(true)
})

test('days that cannot be are refused with a sentence', () => {
  expect(reachedProblem(plusDays(today, 1), today, day('2026-11-19'))).toContain('future')
  expect(reachedProblem(day('2026-11-18'), today, day('2026-11-19'))).toContain('before the admission')
  expect(reachedProblem(day('2026-11-19'), today, day('2026-11-19'))).toBe('none')
  expect(eddProblem(plusDays(today, -1), { dischargedOn: 'not-discharged' }, today)).toContain('before today')
  expect(eddProblem(today, { dischargedOn: 'not-discharged' }, today)).toBe('none')
  expect(eddProblem(today, { dischargedOn: today }, today)).toContain('discharged')
  expect(windowProblem({ from: today, on: today, to: plusDays(today, -1) }, today)).toContain('after the last')
  expect(windowProblem({ from: today, on: plusDays(today, 2), to: plusDays(today, 1) }, today)).toContain('outside')
  expect(windowProblem({ from: today, on: today, to: today }, today)).toBe('none')
})
