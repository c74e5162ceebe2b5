import path from 'node:path'
import type { Clock } from '#electron/platform/clock.ts'
import { readIfPresent, writeFileSafely } from '#electron/platform/files.ts'

/** The one-time "I know what a browser cannot protect", kept beside the store. */
export interface Acknowledgement {
  isGiven(): boolean
  give(): void
}

export function acknowledgementIn(profileFolder: string, clock: Pick<Clock, 'now'>): Acknowledgement {
  const file = path.join(profileFolder, 'browser-shell.json')
  let given = readIfPresent(file) !== null
  return {
    isGiven: () => given,
    give() {
      if (!given) writeFileSafely(file, JSON.stringify({ acknowledgedAt: clock.now() }))
      given = true
    },
  }
}
