import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { savePreference } from '#renderer/app/preference-saver.ts'

let saved: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  saved = []
  vi.stubGlobal('window', { workstation: { invoke: async (_: string, input: { key: string; value: string }) => {
    saved.push(`${input.key}=${input.value}`)
    return { ok: true, data: {} }
  } } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a dragged divider is saved at once and then a few times a second, last of all where it was let go', async () => {
  for (let size = 0; size < 100; size += 1) {
    savePreference('pane', String(size))
    await vi.advanceTimersByTimeAsync(10)
  }
  await vi.advanceTimersByTimeAsync(1000)
  expect(saved.length).toBeLessThan(8)
  expect(saved[0]).toBe('pane=0')
  expect(saved.at(-1)).toBe('pane=99')
})

test('one choice does not wait for another', async () => {
  savePreference('pane', '1')
  savePreference('density', 'compact')
  await vi.advanceTimersByTimeAsync(1000)
  expect(saved).toEqual(['pane=1', 'density=compact'])
})
