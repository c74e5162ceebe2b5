import { expect, test } from 'vitest'
import { createFileBox, plainName } from '#electron/platform/file-box.ts'
import { isTooDeep } from '#electron/platform/json-depth.ts'
import { safeName } from '#electron/windows/shell-services.ts'
import { hostileNames } from '#tests/support/hostile-names.ts'

test('a hostile name is only ever a column of a report: no path, no control character, never empty (T22)', () => {
  for (const name of hostileNames) {
    for (const clean of [plainName(name), safeName(name)]) {
      expect(clean).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u)
      expect(['', '.', '..']).not.toContain(clean)
      expect(clean.length).toBeLessThanOrEqual(120)
    }
  }
  for (const reserved of ['CON', 'nul.txt', 'COM1.pdf']) expect(safeName(reserved)).toBe('caseboard')
})

test('a handle that was not given out opens nothing', () => {
  const box = createFileBox()
  const { handle } = box.offerBytes('../../x.json', Buffer.from('{}'))
  expect(box.resolve(handle)?.name).toBe('x.json')
  for (const guess of ['', handle.slice(1), '../x.json', '__proto__']) expect(box.resolve(guess)).toBeNull()
  box.clear()
  expect(box.resolve(handle)).toBeNull()
})

test('memory has an end', () => {
  const box = createFileBox()
  const big = new Uint8Array(300 * 1024 * 1024)
  box.offerBytes('one', big)
  expect(() => box.offerBytes('two', big)).toThrow(RangeError)
})

test('brackets in strings do not count as nesting; a million open ones are found without parsing', () => {
  expect(isTooDeep('['.repeat(1_000_000))).toBe(true)
  expect(isTooDeep(JSON.stringify({ text: '[{"\\"'.repeat(1000) }))).toBe(false)
  expect(isTooDeep(`${'['.repeat(64)}${']'.repeat(64)}`)).toBe(false)
  expect(isTooDeep(`${'['.repeat(65)}${']'.repeat(65)}`)).toBe(true)
})

test('what was read is forgotten, and its room is free again', () => {
  const box = createFileBox()
  const half = Buffer.alloc(300 * 1024 * 1024)
  const first = box.offerBytes('one.json', half)
  expect(() => box.offerBytes('two.json', half)).toThrow(RangeError)
  box.release([first.handle, 'no such handle'])
  expect(box.resolve(first.handle)).toBeNull()
  expect(box.offerBytes('two.json', half).bytes).toBe(half.byteLength)
})
