import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearCopiedBy, copyText, forgetCopied } from '#renderer/ui/copy-text.ts'

let cleared: string[] = []
let page = new EventTarget()

beforeEach(() => {
  cleared = []
  page = new EventTarget()
  vi.useFakeTimers()
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.resolve() } })
  clearCopiedBy(text => { cleared.push(text) })
})
afterEach(() => {
  forgetCopied()
  clearCopiedBy(() => undefined)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what was copied leaves the clipboard after 30 seconds, once (E28)', async () => {
  expect(await copyText('one-time code')).toBe(true)
  vi.advanceTimersByTime(29_900)
  expect(cleared).toEqual([])
  vi.advanceTimersByTime(200)
  expect(cleared).toEqual(['one-time code'])
  forgetCopied()
  expect(cleared).toHaveLength(1)
})

test('the lock does not wait for the 30 seconds; a second copy starts them anew', async () => {
  await copyText('first')
  vi.advanceTimersByTime(20_000)
  await copyText('second')
  vi.advanceTimersByTime(20_000)
  expect(cleared).toEqual([])
  forgetCopied()
  expect(cleared).toEqual(['second'])
})

test('what the person copied by hand since then stays theirs', async () => {
  await copyText('one-time code')
  page.dispatchEvent(new Event('copy'))
  vi.advanceTimersByTime(60_000)
  forgetCopied()
  expect(cleared).toEqual([])
})
