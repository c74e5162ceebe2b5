import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumberEntry } from '#renderer/ui/parse-number-entry.ts'
import { parseTimeEntry } from '#renderer/ui/parse-time-entry.ts'

describe('a time typed', () => {
  test.each([['7', '07:00'], ['702', '07:02'], ['0702', '07:02'], ['1902', '19:02'], ['7:02', '07:02'], ['7.02', '07:02'], ['7h02', '07:02'], ['702p', '19:02'], ['7:02 pm', '19:02'], ['12am', '00:00'], ['12p', '12:00'], ['0000', '00:00'], ['23:59', '23:59'], ['n', '16:20'], ['now', '16:20']])('%s is %s', (text, time) => {
    expect(parseTimeEntry(text, '16:20')).toBe(time)
  })
  test.each(['', '24:00', '2460', '7:60', '13p', '0am', 'x', '12345', '7:2'])('"%s" is no time', (text) => {
    expect(parseTimeEntry(text)).toBeNull()
  })
  test('every minute of the day is read back from how it is shown', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      const shown = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      expect(parseTimeEntry(shown)).toBe(shown)
      expect(parseTimeEntry(shown.replace(':', ''))).toBe(shown)
    }))
  })
})

describe('a number typed', () => {
  test.each([['17', 0, 17], ['-3', 0, -3], ['−3', 0, -3], ['1,736', 0, 1736], ['1.5', 1, 1.5], ['.5', 1, 0.5], ['-0', 0, 0], [' 8 ', 0, 8]] as const)('%s with %i decimals is %d', (text, decimals, value) => {
    expect(parseNumberEntry(text, decimals)).toBe(value)
  })
  test.each([['', 0], ['-', 0], ['.', 2], ['1.5', 0], ['1.25', 1], ['1e3', 0], ['0x10', 0], ['1,73', 0], ['Infinity', 0], ['12 3', 0]] as const)('"%s" with %i decimals is none, and nothing is rounded', (text, decimals) => {
    expect(parseNumberEntry(text, decimals)).toBeNull()
  })
})
