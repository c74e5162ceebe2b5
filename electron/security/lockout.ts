import { createHmac, randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { readIfPresent, writeFileSafely } from '#electron/platform/files.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { normalName } from './slots.ts'

/** `security.md` 3.2: four wrong tries are free, the fifth waits 30 s, each further one twice as long, at most 15 minutes; 100 in a row close the name. */
export const FREE_TRIES = 5
export const FIRST_WAIT_SECONDS = 30
export const LONGEST_WAIT_SECONDS = 900
export const MOST_TRIES = 100
const KEPT_NAMES = 500
/** What tries with the printed words are counted under; no sign-in name begins like this. */
export const RECOVERY = '#recovery'

const Entry = z.strictObject({ name: z.string(), failures: z.int().min(0), waitSeconds: z.number().min(0), startedAt: z.number(), bootId: z.string() })
type Entry = z.output<typeof Entry>
const CounterFile = z.strictObject({ salt: z.string(), entries: z.array(Entry) })
type CounterFile = z.output<typeof CounterFile>

export type Admission = { readonly kind: 'go'; readonly triesLeft: number; readonly waitAfter: number } | { readonly kind: 'wait'; readonly seconds: number } | { readonly kind: 'stopped' }

type BootClock = Pick<Clock, 'uptimeSeconds' | 'bootId'>

/**
 * Counts a try as failed on the disk before the passphrase is looked at, so that ending the program in between gains nothing. Names are
 * stored as keyed hashes; unknown names are counted like known ones. Only so many are remembered, but those of `people` always: made-up names
 * must not push a real one out.
 *
 * Waits are measured on the machine's uptime: the wall clock plays no part, and after a restart of the machine the wait starts over.
 */
export function admit(folder: string, clock: BootClock, signInName: string, people: readonly string[]): Admission {
  const file = read(folder)
  const name = hashed(file, signInName)
  const entry = file.entries.find(other => other.name === name) ?? { name, failures: 0, waitSeconds: 0, startedAt: 0, bootId: '' }
  if (entry.failures >= MOST_TRIES) return { kind: 'stopped' }
  const left = secondsLeft(entry, clock)
  if (left > 0) {
    const restarted = entry.bootId !== clock.bootId() || entry.startedAt > clock.uptimeSeconds()
    if (restarted) write(folder, file, { ...entry, startedAt: clock.uptimeSeconds(), bootId: clock.bootId() }, people)
    return { kind: 'wait', seconds: Math.ceil(left) }
  }
  const failures = entry.failures + 1
  const waitSeconds = waitAfter(failures)
  write(folder, file, { name, failures, waitSeconds, startedAt: clock.uptimeSeconds(), bootId: clock.bootId() }, people)
  return { kind: 'go', triesLeft: Math.max(0, FREE_TRIES - failures), waitAfter: waitSeconds }
}

/** Forgets the failures of a name: after the right passphrase, and after an administrator's reset. */
export function clearFailures(folder: string, signInName: string): void {
  const file = read(folder)
  const name = hashed(file, signInName)
  if (file.entries.some(other => other.name === name)) write(folder, { ...file, entries: file.entries.filter(other => other.name !== name) }, null)
}

/** Forgets everything: the recovery key was shown. */
export function clearAllFailures(folder: string): void {
  write(folder, { ...read(folder), entries: [] }, null)
}

/** Seconds to wait after so many failures in a row. */
export function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failures - FREE_TRIES))
}

function secondsLeft(entry: Entry, clock: BootClock): number {
  // After a restart nobody knows how much of the wait has passed: all of it is left.
  if (entry.bootId !== clock.bootId() || entry.startedAt > clock.uptimeSeconds()) return entry.waitSeconds
  return entry.waitSeconds - (clock.uptimeSeconds() - entry.startedAt)
}

function read(folder: string): CounterFile {
  const bytes = readIfPresent(path.join(folder, 'lockout.json'))
  if (bytes === null) return empty()
  try {
    return CounterFile.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    // A damaged counter protects nobody; it holds no key and no record, so counting starts anew.
    return empty()
  }
}

function empty(): CounterFile {
  return { salt: randomBytes(16).toString('base64'), entries: [] }
}

function write(folder: string, file: CounterFile, entry: Entry | null, people: readonly string[] = []): void {
  const others = file.entries.filter(other => other.name !== entry?.name)
  const known = new Set([RECOVERY, ...people].map(name => hashed(file, name)))
  const kept = [...others.filter(({ name }) => known.has(name)), ...others.filter(({ name }) => !known.has(name)).slice(-KEPT_NAMES)]
  const entries = entry === null ? others : [...kept, entry]
  writeFileSafely(path.join(folder, 'lockout.json'), JSON.stringify({ salt: file.salt, entries }))
}

function hashed(file: CounterFile, signInName: string): string {
  return createHmac('sha256', Buffer.from(file.salt, 'base64')).update(normalName(signInName)).digest('hex').slice(0, 32)
}
