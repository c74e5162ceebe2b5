import { afterEach, expect, test, vi } from 'vitest'
import { mendWindow, noteChildProcesses } from '#electron/windows/mend-window.ts'

afterEach(() => { vi.useRealTimers() })

type Listener = (event: unknown, details: { readonly type: string; readonly reason: string }) => void

/** A window's contents and its log, as far as mending needs them. */
function mended() {
  const listeners = new Map<string, Listener>()
  const done: string[] = []
  const log = { warn: (said: string) => { done.push(said) }, error: (said: string) => { done.push(said) } }
  const on = (event: string, listener: Listener) => listeners.set(event, listener)
  mendWindow({ on, reload: () => { done.push('reload') }, forcefullyCrashRenderer: () => { done.push('end') } }, log)
  noteChildProcesses({ on }, log)
  return { done, tell: (event: string, reason = 'crashed', type = 'GPU') => listeners.get(event)?.(null, { reason, type }) }
}

test('a page that crashed is loaded again, five times at most; one that closed is left (E33)', () => {
  const { done, tell } = mended()
  tell('render-process-gone', 'clean-exit')
  expect(done).not.toContain('reload')
  for (let i = 0; i < 8; i += 1) tell('render-process-gone')
  expect(done.filter(word => word === 'reload')).toHaveLength(5)
  expect(done.filter(word => word === 'window.page-gone')).toHaveLength(9)
})

test('a page that hangs for 15 seconds is ended, which loads it again; one that comes back is left (E33)', () => {
  vi.useFakeTimers()
  const { done, tell } = mended()
  tell('unresponsive')
  vi.advanceTimersByTime(14_000)
  tell('responsive')
  vi.advanceTimersByTime(20_000)
  expect(done).toEqual(['window.page-hangs'])
  tell('unresponsive')
  tell('unresponsive')
  vi.advanceTimersByTime(15_000)
  expect(done.filter(word => word === 'end')).toHaveLength(1)
})

test('the end of a helper process is counted (E33)', () => {
  const { done, tell } = mended()
  tell('child-process-gone', 'killed', 'Utility')
  expect(done).toEqual(['window.child-gone'])
})
