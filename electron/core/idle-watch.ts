import { millisOf, type Instant } from '#shared/kernel/instant.ts'
import type { Clock } from '#electron/platform/clock.ts'

export interface IdleLimits {
  readonly idleMinutes: number
  readonly blurSeconds: number
}

export type IdleStep = 'none' | 'blur' | 'idle' | 'time-limit' | 'suspended'

/** Longest a sign-in lasts, whatever the person does: a shift (security.md 3.2). */
const LONGEST_MS = 12 * 60 * 60 * 1000
/** A wall clock that ran this far ahead of the steady one: the machine slept. */
const SLEPT_MS = 60_000

/** Decides, from the steady clock, when nobody is there any more. Moving the wall clock back never shortens or stretches a wait. */
export class IdleWatch {
  readonly #clock: Pick<Clock, 'now' | 'monotonicMillis'>
  readonly #beganAt: number
  #touchedAt: number
  #busyAt: number
  #seen: { readonly steady: number; readonly wall: Instant }

  constructor(clock: Pick<Clock, 'now' | 'monotonicMillis'>) {
    this.#clock = clock
    this.#beganAt = clock.monotonicMillis()
    this.#touchedAt = this.#beganAt
    this.#busyAt = this.#beganAt
    this.#seen = { steady: this.#beganAt, wall: clock.now() }
  }

  touch(): void {
    this.#touchedAt = this.#clock.monotonicMillis()
  }

  /** Milliseconds since the person last did something. */
  get idleMillis(): number {
    return this.#clock.monotonicMillis() - this.#touchedAt
  }

  /**
   * What is due now. `canBlur`: unblurred, and the person has something to lift the blur with. `isBusy`: a long command of theirs runs; it puts
   * off the lock, which would end it in the middle, but not the blur.
   */
  step(limits: IdleLimits, canBlur: boolean, isBusy = false): IdleStep {
    const steady = this.#clock.monotonicMillis()
    const wall = this.#clock.now()
    const slept = millisOf(wall) - millisOf(this.#seen.wall) - (steady - this.#seen.steady)
    this.#seen = { steady, wall }
    if (slept >= SLEPT_MS) return 'suspended'
    if (steady - this.#beganAt >= LONGEST_MS) return 'time-limit'
    if (isBusy) this.#busyAt = steady
    if (steady - Math.max(this.#touchedAt, this.#busyAt) >= limits.idleMinutes * 60_000) return 'idle'
    const idle = steady - this.#touchedAt
    return canBlur && idle >= limits.blurSeconds * 1000 ? 'blur' : 'none'
  }
}
