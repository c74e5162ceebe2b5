import { localTimeOf, plainDateOf, type Instant } from '#shared/kernel/instant.ts'
import { formatDay } from '#shared/kernel/plain-date.ts'

/** Before anyone has signed in the facility's zone is not known: the machine's own wall clock, and it says so by being written out. */
export function backupWords(at: Instant): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return `${formatDay(plainDateOf(at, zone))}, ${localTimeOf(at, zone)}`
}
