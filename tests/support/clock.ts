import { idsFrom, type Ids } from '#electron/platform/ids.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { instant, millisOf, plusMillis, type Instant } from '#shared/kernel/instant.ts'

export type FixedClock = Clock & {
  /** Lets time pass on every clock. */
  pass(millis: number): void
  /** Sets the wall clock only, as a person would. */
  setWall(at: Instant): void
  /** Starts the machine anew: uptime from zero, another boot. */
  reboot(): void
}

/** A clock that stands still until told. */
export function fixedClock(start = '2026-11-22T16:20:00.000Z'): FixedClock {
  let wall = instant(start)
  let monotonic = 0
  let booted = -1_000_000
  let boot = 1
  return {
    now: () => wall,
    monotonicMillis: () => monotonic,
    uptimeSeconds: () => (monotonic - booted) / 1_000,
    bootId: () => `boot-${boot}`,
    pass: millis => { monotonic += millis; wall = plusMillis(wall, millis) },
    setWall: at => { wall = at },
    reboot: () => { booted = monotonic; boot++ },
  }
}

/** Ids that are the same in every run with the same seed. */
export function seededIds(seed = 1, at = '2026-11-22T16:20:00.000Z'): Ids {
  let state = seed >>> 0
  return idsFrom(() => millisOf(instant(at)), bytes => {
    for (let i = 0; i < bytes.length; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      bytes[i] = state >>> 24
    }
  })
}
