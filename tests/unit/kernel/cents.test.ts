import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisPointsOf, centsOf, formatCents, minusCents, parseCents, plusCents, shareOf } from '#shared/kernel/cents.ts'

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(centsOf)

test('a share and the rest add up to the amount', () => {
  fc.assert(fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (whole, points) => {
    const member = shareOf(whole, basisPointsOf(points))
    expect(plusCents(member, minusCents(whole, member))).toBe(whole)
    expect(Math.abs(member)).toBeLessThanOrEqual(Math.abs(whole))
  }))
})

test('half a cent is rounded away from zero', () => {
  expect(shareOf(centsOf(1), basisPointsOf(5_000))).toBe(1)
  expect(shareOf(centsOf(-1), basisPointsOf(5_000))).toBe(-1)
  expect(shareOf(centsOf(1), basisPointsOf(4_999))).toBe(0)
  expect(shareOf(centsOf(10_005), basisPointsOf(2_000))).toBe(2_001)
})

test('what is written is read back', () => {
  expect(formatCents(centsOf(173_600))).toBe('$1,736.00')
  expect(formatCents(centsOf(-1_250))).toBe('-$12.50')
  expect(formatCents(centsOf(5))).toBe('$0.05')
  fc.assert(fc.property(fc.nat(2_000_000_000), n => { expect(parseCents(formatCents(centsOf(n)))).toBe(n) }))
})

test('nothing is guessed from a text that is no amount', () => {
  expect(parseCents('1,736.5')).toBe(173_650)
  for (const text of ['', '1.234', '1,23', '-5', '1 000', '1e3', '$', '.5', 'free']) expect(parseCents(text), text).toBeNull()
})

test('a fraction of a cent and a share beyond the whole are refused', () => {
  expect(() => centsOf(1.5)).toThrow(RangeError)
  expect(() => basisPointsOf(10_001)).toThrow(RangeError)
  expect(() => basisPointsOf(-1)).toThrow(RangeError)
})
