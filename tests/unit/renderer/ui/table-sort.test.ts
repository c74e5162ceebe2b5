import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutVariables, pinnedIds, widthOf } from '#renderer/ui/table-layout.ts'
import { MAX_SORT_LEVELS, sortAfterClick, sortMark, sortWords } from '#renderer/ui/table-sort.ts'
import type { SortLevel } from '#renderer/ui/table-types.ts'

const bed = { id: 'bed', header: 'Bed', width: 100 }
const days = { id: 'days', header: 'Days', width: 80, firstDirection: 'desc' } as const

describe('sorting by clicks', () => {
  test('a click makes the column the only level, a second one turns it round', () => {
    const once = sortAfterClick([{ columnId: 'days', direction: 'asc' }], bed, false)
    expect(once).toEqual([{ columnId: 'bed', direction: 'asc' }])
    expect(sortAfterClick(once, bed, false)).toEqual([{ columnId: 'bed', direction: 'desc' }])
  })
  test('Shift adds a level in the column’s own first direction, turns it, then takes it out', () => {
    const added = sortAfterClick([{ columnId: 'bed', direction: 'asc' }], days, true)
    expect(added).toEqual([{ columnId: 'bed', direction: 'asc' }, { columnId: 'days', direction: 'desc' }])
    const turned = sortAfterClick(added, days, true)
    expect(sortMark(turned, 'days')).toEqual({ direction: 'asc', level: 2 })
    expect(sortAfterClick(turned, days, true)).toEqual([{ columnId: 'bed', direction: 'asc' }])
    expect(sortWords(added, [bed, days])).toBe('Sorted by Bed ascending, then Days descending')
  })
  test('no run of clicks gives more than three levels or one column twice', () => {
    const click = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), add: fc.boolean() })
    fc.assert(fc.property(fc.array(click), (clicks) => {
      const sort = clicks.reduce<readonly SortLevel[]>((held, { id, add }) => sortAfterClick(held, { id }, add), [])
      expect(sort.length).toBeLessThanOrEqual(MAX_SORT_LEVELS)
      expect(new Set(sort.map(({ columnId }) => columnId)).size).toBe(sort.length)
    }))
  })
})

describe('column widths', () => {
  test('without a pinned column the first one stays in view', () => {
    expect([...pinnedIds([bed, days])]).toEqual(['bed'])
    expect([...pinnedIds([bed, { ...days, pinned: true }])]).toEqual(['days'])
  })
  test('a width set by hand stays what it was set to, and no column vanishes', () => {
    expect(layoutVariables([bed, days], { days: 90 })).toMatchObject({ '--cols': 'minmax(100px, 100fr) 90px', '--table-width': '190px', '--left-0': '0px' })
    expect(widthOf(bed, { bed: 3 })).toBe(48)
  })
})
