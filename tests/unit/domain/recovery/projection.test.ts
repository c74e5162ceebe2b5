import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eddOutlook, type EddEntry } from '#shared/domain/recovery/edd-outlook.ts'
import { findLinkCycle } from '#shared/domain/recovery/find-link-cycle.ts'
import { inLinkOrder } from '#shared/domain/recovery/in-link-order.ts'
import { lagDays, type MilestoneLink } from '#shared/domain/recovery/milestone-link.ts'
import { projectPlan } from '#shared/domain/recovery/project-plan.ts'
import { daysBetween, plusDays } from '#shared/kernel/plain-date.ts'
import { TimelineEntryId } from '#shared/model/ids.ts'
import { today } from './library.ts'

const id = (n: number) => TimelineEntryId.parse(`01HZZZZZZZZZZZZZZZZZZZ${String(n).padStart(4, '0')}`)
/** An open US milestone planned `on` days from today, with a day to either side. */
const milestone = (n: number, on: number, changes: Partial<EddEntry> = {}): EddEntry => ({
  id: id(n), kind: 'milestone', status: 'open', reachedOn: 'not-reached', country: 'US', anchorKind: 'admission', position: n,
  planned: { from: plusDays(today, on - 1), on: plusDays(today, on), to: plusDays(today, on + 1) }, ...changes,
})
const link = (before: number, after: number, days = 0): MilestoneLink => ({ beforeId: id(before), afterId: id(after), lag: { amount: days, unit: 'days' } })
const onDay = (projections: ReturnType<typeof projectPlan>, n: number) => {
  const window = projections.get(id(n))?.window
  return window === undefined ? 'none' : daysBetween(today, window.on)
}

/** Plans whose links always lead from a lower to a higher number, so that they never go round. */
const plans = fc
  .array(fc.record({ on: fc.integer({ min: -20, max: 40 }), status: fc.constantFrom('open', 'open', 'open', 'reached', 'missed', 'not-applicable'), reached: fc.integer({ min: -20, max: 0 }), uk: fc.boolean(), span: fc.boolean() }), { minLength: 1, maxLength: 25 })
  .chain(rows =>
    fc.record({
      entries: fc.constant(rows.map(({ on, status, reached, uk, span }, n) => milestone(n, on, { status, country: uk ? 'UK' : 'US', kind: span ? 'watch-window' : 'milestone', reachedOn: status === 'reached' ? plusDays(today, reached) : 'not-reached' }))),
      links: fc.array(fc.tuple(fc.nat(rows.length - 1), fc.nat(rows.length - 1), fc.integer({ min: 0, max: 9 })), { maxLength: 40 })
        .map(pairs => pairs.flatMap(([a, b, days]) => (a < b ? [link(a, b, days)] : []))),
    }),
  )

describe('links', () => {
  test('a round is named in the order of waiting, wherever one begins; without a round there is none', () => {
    expect(findLinkCycle([link(1, 2), link(2, 3), link(4, 1)])).toBe('none')
    expect(findLinkCycle([link(9, 1), link(1, 2), link(2, 3), link(3, 1)])).toEqual([id(1), id(2), id(3)])
    expect(findLinkCycle([link(5, 5)])).toEqual([id(5)])
    expect(() => inLinkOrder([milestone(1, 0), milestone(2, 0)], [link(1, 2), link(2, 1)])).toThrow(RangeError)
  })

  test('a round is found exactly where no order exists', () => {
    const links = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 }).map(pairs => pairs.map(([a, b]) => link(a, b)))
    const all = Array.from({ length: 9 }, (_, n) => milestone(n, 0))
    fc.assert(fc.property(links, some => {
      const cycle = findLinkCycle(some)
      if (cycle === 'none') expect(inLinkOrder(all, some)).toHaveLength(9)
      else {
        expect(() => inLinkOrder(all, some)).toThrow(RangeError)
        cycle.forEach((from, n) => expect(some).toContainEqual(expect.objectContaining({ beforeId: from, afterId: cycle[(n + 1) % cycle.length] })))
      }
    }))
  })

  test('hours count as the nearest whole number of days', () => {
    expect([6, 12, 36, 48, 60].map(amount => lagDays({ amount, unit: 'hours' }))).toEqual([0, 1, 2, 2, 3])
  })
})

describe('projection', () => {
  test('what is late today pushes what waits for it, with the lag, and nothing else', () => {
    const projections = projectPlan([milestone(1, -3), milestone(2, 0), milestone(3, 1), milestone(4, 6)], [link(1, 2, 2), link(2, 3), link(3, 4)], today)
    expect([1, 2, 3, 4].map(n => onDay(projections, n))).toEqual([0, 2, 2, 6])
    expect(projections.get(id(1))).toMatchObject({ days: 3, because: 'day-passed' })
    expect(projections.get(id(3))).toMatchObject({ days: 1, because: { waitsFor: id(2) } })
    expect(projections.get(id(4))).toMatchObject({ days: 0, because: 'as-planned' })
  })

  test('one reached late pushes by its real day; missed and not applicable ones hold nothing back', () => {
    const reachedLate = milestone(1, -6, { status: 'reached', reachedOn: plusDays(today, -1) })
    expect(onDay(projectPlan([reachedLate, milestone(2, 0)], [link(1, 2, 3)], today), 2)).toBe(2)
    for (const status of ['missed', 'not-applicable'] as const) expect(onDay(projectPlan([milestone(1, -6, { status }), milestone(2, 0)], [link(1, 2, 3)], today), 2)).toBe(0)
  })

  test('a UK figure pushes nothing by passing, and a watch window is never late by itself', () => {
    const projections = projectPlan([milestone(1, -3, { country: 'UK' }), milestone(2, 0), milestone(3, -5, { kind: 'watch-window' })], [link(1, 2)], today)
    expect([onDay(projections, 1), onDay(projections, 2), onDay(projections, 3)]).toEqual([-3, 0, -5])
  })

  test('nothing becomes earlier, windows keep their length, and what is not open never moves', () => {
    fc.assert(fc.property(plans, ({ entries, links }) => {
      const projections = projectPlan(entries, links, today)
      for (const { id: entryId, status, planned } of entries) {
        const projection = projections.get(entryId)
        if (status !== 'open') expect(projection).toBeUndefined()
        else if (planned !== 'no-date' && projection !== undefined) {
          expect(projection.days).toBeGreaterThanOrEqual(0)
          expect(daysBetween(planned.on, projection.window.on)).toBe(projection.days)
          expect(daysBetween(projection.window.from, projection.window.to)).toBe(daysBetween(planned.from, planned.to))
        }
      }
    }))
  })

  test('an accepted projection projects to itself', () => {
    fc.assert(fc.property(plans, ({ entries, links }) => {
      const accepted = entries.map(entry => ({ ...entry, planned: projectPlan(entries, links, today).get(entry.id)?.window ?? entry.planned }))
      for (const { days } of projectPlan(accepted, links, today).values()) expect(days).toBe(0)
    }))
  })

  test('more lateness never makes anything earlier: a later day, a longer lag, another link', () => {
    fc.assert(fc.property(plans, fc.nat(10), fc.nat(30), ({ entries, links }, later, which) => {
      const before = projectPlan(entries, links, today)
      const worse = [
        projectPlan(entries, links, plusDays(today, later)),
        projectPlan(entries, links.map((one, n) => (n === which ? { ...one, lag: { amount: one.lag.amount + later, unit: 'days' } } : one)), today),
        projectPlan(entries, [...links, ...(entries.length > which + 1 ? [link(which, entries.length - 1, later)] : [])], today),
      ]
      for (const after of worse) for (const [entryId, projection] of before) expect((after.get(entryId)?.window.on ?? '') >= projection.window.on).toBe(true)
    }))
  })
})

describe('what the date depends on', () => {
  const edd = plusDays(today, 4)
  const outlook = (entries: readonly EddEntry[], links: readonly MilestoneLink[] = []) => eddOutlook(entries, links, projectPlan(entries, links, today), edd)

  test('open milestones up to the date, in order of their last possible day, with the days to spare', () => {
    const supplies = milestone(1, 2, { anchorKind: 'edd' })
    const stairs = milestone(2, 3)
    const later = milestone(3, 30)
    const afterDischarge = milestone(4, 4, { anchorKind: 'discharge' })
    expect(outlook([stairs, supplies, later, afterDischarge, milestone(5, 1, { status: 'reached' }), milestone(6, 1, { kind: 'precaution' })])).toEqual({
      edd, projected: edd,
      holders: [
        { entryId: id(1), dueOn: plusDays(today, 2), projectedOn: plusDays(today, 2), slackDays: 0 },
        { entryId: id(2), dueOn: edd, projectedOn: plusDays(today, 3), slackDays: 1 },
      ],
    })
  })

  test('what others wait for is due sooner, and lateness moves the date by what is not to spare', () => {
    const entries = [milestone(1, -2), milestone(2, 1), milestone(3, 3)]
    const { holders, projected } = outlook(entries, [link(1, 2, 3), link(2, 3, 2)])
    expect(holders.map(({ entryId, slackDays }) => [entryId, slackDays])).toEqual([[id(1), -1], [id(2), -1], [id(3), -1]])
    expect(projected).toBe(plusDays(edd, 1))
  })

  test('something far off holds the date when something that holds it waits for it', () => {
    expect(outlook([milestone(1, 9), milestone(2, 3)], [link(1, 2)]).projected).toBe(plusDays(edd, 5))
  })

  test('the projected date is never before the date set, and is the date when everything has days to spare', () => {
    fc.assert(fc.property(plans, ({ entries, links }) => {
      const { projected, holders } = outlook(entries, links)
      const least = Math.min(0, ...holders.map(({ slackDays }) => slackDays))
      expect(projected).toBe(plusDays(edd, -least))
      expect(projected >= edd).toBe(true)
    }))
  })
})
