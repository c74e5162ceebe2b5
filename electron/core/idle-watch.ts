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
  #seen: { readonly steady: number; readonly wall: Instant }

  constructor(clock: Pick<Clock, 'now' | 'monotonicMillis'>) {
    this.#clock = clock
    this.#beganAt = clock.monotonicMillis()
    this.#touchedAt = this.#beganAt
    this.#seen = { steady: this.#beganAt, wall: clock.now() }
  }

  touch(): void {
    this.#touchedAt = this.#clock.monotonicMillis()
  }

  /** What is due now. `canBlur`: unblurred, and the person has a PIN to lift the blur with. */
  step(limits: IdleLimits, canBlur: boolean): IdleStep {
    const steady = this.#clock.monotonicMillis()
    const wall = this.#clock.now()
    const slept = millisOf(wall) - millisOf(this.#seen.wall) - (steady - this.#seen.steady)
    this.#seen = { steady, wall }
    if (slept >= SLEPT_MS) return 'suspended'
    if (steady - this.#beganAt >= LONGEST_MS) return 'time-limit'
    const idle = steady - this.#touchedAt
    if (idle >= limits.idleMinutes * 60_000) return 'idle'
    return canBlur && idle >= limits.blurSeconds * 1000 ? 'blur' : 'none'
  }
}
