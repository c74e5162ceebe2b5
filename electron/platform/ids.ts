import { randomFillSync } from 'node:crypto'
import { millisOf } from '#shared/kernel/instant.ts'
import { parseId, type Id } from '#shared/kernel/ids.ts'
import type { Clock } from './clock.ts'

/** Makes ids: ULIDs, so that records of two workstations never meet by name and new ones sort after old ones. */
export type Ids = {
  next<Kind extends string>(kind: Kind): Id<Kind>
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_BYTES = 10

export function systemIds(clock: Pick<Clock, 'now'>): Ids {
  return idsFrom(() => millisOf(clock.now()), bytes => { randomFillSync(bytes) })
}

/**
 * Ids from a source of time and of random bytes; within one process each is greater than the one before, even within a millisecond
 * and after the clock was set back.
 */
export function idsFrom(nowMillis: () => number, fillRandom: (bytes: Uint8Array) => void): Ids {
  let lastMillis = -1
  const random = new Uint8Array(RANDOM_BYTES)
  return {
    next(kind) {
      const millis = nowMillis()
      if (millis > lastMillis) {
        lastMillis = millis
        fillRandom(random)
        // The top bit stays free, so that counting up within a millisecond never runs over.
        random[0] = (random[0] ?? 0) & 0x7f
      } else {
        countUp(random)
      }
      return parseId(kind, encodeTime(lastMillis) + encodeRandom(random))
    },
  }
}

function countUp(bytes: Uint8Array): void {
  for (let i = bytes.length - 1; i >= 0; i--) {
    const next = ((bytes[i] ?? 0) + 1) & 0xff
    bytes[i] = next
    if (next !== 0) return
  }
}

function encodeTime(millis: number): string {
  let rest = millis
  let text = ''
  for (let i = 0; i < 10; i++) {
    text = (ALPHABET[rest % 32] ?? '0') + text
    rest = Math.floor(rest / 32)
  }
  return text
}

function encodeRandom(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(held >>> bits) & 31] ?? '0'
    }
    held &= (1 << bits) - 1
  }
  return text
}
