import { readFileSync } from 'node:fs'
import os from 'node:os'
import { instantFromMillis, type Instant } from '#shared/kernel/instant.ts'

/** The one place where time enters the program. Services, store and security take it as an argument. */
export type Clock = {
  /** The wall clock. A person may set it back: never measure a wait with it. */
  now(): Instant
  /** Milliseconds that only grow while this process lives, whatever happens to the wall clock. */
  monotonicMillis(): number
  /** Seconds since this machine was started; untouched by changes of the wall clock. */
  uptimeSeconds(): number
  /** Differs after every start of the machine where the system tells it, else the empty text. */
  bootId(): string
}

export function systemClock(): Clock {
  return {
    now: () => instantFromMillis(Date.now()),
    monotonicMillis: () => performance.now(),
    uptimeSeconds: () => os.uptime(),
    bootId: linuxBootId,
  }
}

function linuxBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
