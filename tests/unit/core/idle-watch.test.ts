import { expect, test } from 'vitest'
import { IdleWatch } from '#electron/core/idle-watch.ts'
import { fixedClock } from '#tests/support/clock.ts'
import { plusMinutes } from '#shared/kernel/instant.ts'

const limits = { idleMinutes: 5, blurSeconds: 90 }

test('blurs, then locks, at the facility’s times and not before', () => {
  const clock = fixedClock()
  const watch = new IdleWatch(clock)
  clock.pass(89_000)
  expect(watch.step(limits, true)).toBe('none')
  clock.pass(1000)
  expect(watch.step(limits, true)).toBe('blur')
  expect(watch.step(limits, false)).toBe('none')
  clock.pass(209_000)
  expect(watch.step(limits, false)).toBe('none')
  clock.pass(1000)
  expect(watch.step(limits, false)).toBe('idle')
})

test('setting the wall clock back does not put off the lock', () => {
  const clock = fixedClock()
  const watch = new IdleWatch(clock)
  clock.pass(299_000)
  clock.setWall(plusMinutes(clock.now(), -4000))
  clock.pass(1000)
  expect(watch.step(limits, false)).toBe('idle')
})

test('a machine that slept locks, although the steady clock stood still', () => {
  const clock = fixedClock()
  const watch = new IdleWatch(clock)
  clock.setWall(plusMinutes(clock.now(), 2))
  expect(watch.step(limits, false)).toBe('suspended')
})

test('12 hours after the sign-in it locks in the middle of work', () => {
  const clock = fixedClock()
  const watch = new IdleWatch(clock)
  for (let minute = 0; minute < 12 * 60; minute++) {
    expect(watch.step(limits, false)).toBe('none')
    clock.pass(60_000 - 1)
    watch.touch()
    clock.pass(1)
  }
  expect(watch.step(limits, false)).toBe('time-limit')
})

test('a long command puts off the lock but not the blur, and the wait begins at its end', () => {
  const clock = fixedClock()
  const watch = new IdleWatch(clock)
  clock.pass(600_000)
  expect(watch.step(limits, true, true)).toBe('blur')
  expect(watch.step(limits, false, true)).toBe('none')
  clock.pass(299_000)
  expect(watch.step(limits, false)).toBe('none')
  clock.pass(1000)
  expect(watch.step(limits, false)).toBe('idle')
})

test('without limits of minutes only the longest sign-in ends', () => {
  const clock = fixedClock()
  const watch = new IdleWatch(clock)
  clock.pass(11 * 3_600_000)
  expect(watch.step({ idleMinutes: Infinity, blurSeconds: Infinity }, true)).toBe('none')
  clock.pass(3_600_000)
  expect(watch.step({ idleMinutes: Infinity, blurSeconds: Infinity }, true)).toBe('time-limit')
})
