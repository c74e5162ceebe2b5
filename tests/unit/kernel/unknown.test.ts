import { expect, test } from 'vitest'
import { isUnknown, nullToUnknown, unknownToNull } from '#shared/kernel/unknown.ts'

test('a missing fact is neither 0, nor empty, nor no', () => {
  for (const known of [0, '', false]) {
    expect(isUnknown(known)).toBe(false)
    expect(unknownToNull(nullToUnknown(known))).toBe(known)
  }
  expect(nullToUnknown(null)).toBe('unknown')
  expect(unknownToNull('unknown')).toBeNull()
})
