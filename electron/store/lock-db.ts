import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { errorCode, readIfPresent, writeFileSafely } from '#electron/platform/files.ts'
import { isInstant, type Instant } from '#shared/kernel/instant.ts'
import { connect } from './driver.ts'
import { StoreError, problemOf, withStoreErrors } from './store-error.ts'
import type { StoreProblem } from './store-messages.ts'

/** Held by the one program that works on a profile; a crash releases it. */
export type ProfileLock = { release(): void }

type Holder = { readonly user: string; readonly machine: string; readonly since: Instant | 'unknown' }

/**
 * Takes the profile for this program or throws `already-open` with who has it since when.
 *
 * `lock.db` is held in an exclusive transaction: the operating system drops it with the process. `lock.json` beside it only says who;
 * it never decides. Neither holds anything of a patient.
 */
export function acquireProfileLock(profile: string, { at }: { at: Instant }): ProfileLock {
  const holderFile = path.join(profile, 'lock.json')
  const connection = withStoreErrors(profile, () => connect(path.join(profile, 'lock.db'), { mustExist: false }))
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (errorCode(error) === 'SQLITE_BUSY') throw new StoreError(heldBy(readHolder(holderFile)), { cause: error })
    throw new StoreError(problemOf(error, profile) ?? { kind: 'no-permission', path: profile }, { cause: error })
  }
  const holder: Holder = { user: os.userInfo().username, machine: os.hostname(), since: at }
  try {
    writeFileSafely(holderFile, JSON.stringify(holder))
  } catch {
    // It only says who has the profile; a full disk must not keep people from what is stored.
  }
  return {
    release: () => {
      if (!connection.open) return
      rmSync(holderFile, { force: true })
      connection.close()
    },
  }
}

function heldBy(holder: Holder): StoreProblem {
  return { kind: 'already-open', ...holder }
}

function readHolder(file: string): Holder {
  const nobody: Holder = { user: 'another person', machine: 'this machine', since: 'unknown' }
  try {
    const value: unknown = JSON.parse(readIfPresent(file)?.toString('utf8') ?? '')
    if (typeof value !== 'object' || value === null) return nobody
    const { user, machine, since } = { user: null, machine: null, since: null, ...value }
    if (typeof user !== 'string' || typeof machine !== 'string' || typeof since !== 'string') return nobody
    return { user, machine, since: isInstant(since) ? since : 'unknown' }
  } catch {
    return nobody
  }
}
