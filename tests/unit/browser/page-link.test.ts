import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ALONE_MS, createPageLink } from '#electron/browser/page-link.ts'
import { Door } from '#electron/browser/door.ts'
import type { CoreHost } from '#electron/platform/core-host.ts'
import { fixedClock } from '#tests/support/clock.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const host: CoreHost = {
  ready: () => Promise.resolve({ state: 'no-store' }),
  request: () => Promise.resolve({ ok: true, data: null }),
  onEvent: () => () => undefined,
  lock: () => Promise.resolve(),
  stop: () => Promise.resolve(),
}
const aLink = () => {
  const onAlone = vi.fn<() => void>()
  const link = createPageLink({ door: new Door(fixedClock()), host, demo: true, acknowledgement: { isGiven: () => true, give: () => undefined }, onAlone, onQuit: () => undefined })
  return { link, onAlone }
}

test('nobody is missed before an address was redeemed, however long the demo takes to fill', () => {
  const { link, onAlone } = aLink()
  vi.advanceTimersByTime(10 * ALONE_MS)
  expect(onAlone).not.toHaveBeenCalled()
  link.close()
})

test('a page that redeemed its address and never came is missed after twenty seconds', () => {
  const { link, onAlone } = aLink()
  link.expectPage()
  vi.advanceTimersByTime(ALONE_MS - 1)
  expect(onAlone).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(onAlone).toHaveBeenCalledOnce()
  link.close()
})
