import path from 'node:path'
import type { Clock } from '#electron/platform/clock.ts'
import { dataFolder, ensurePrivateFolder } from '#electron/platform/files.ts'
import { acquireProfileLock } from '#electron/store/lock-db.ts'
import { withStoreErrors } from '#electron/store/store-error.ts'
import { makeDemoFolder, removeDemoFolder } from './demo-folder.ts'

/** The folder a program works on, held for as long as it runs: no second program gets in between two cores. */
export interface OpenProfile {
  readonly folder: string
  readonly demo: boolean
  /** Lets go; a demo's files are removed. */
  release(): void
}

/** Throws a StoreError whose message says who has the profile, when another program does. */
export function openProfile({ profile, demo }: { readonly profile: string | null; readonly demo: boolean }, clock: Pick<Clock, 'now'>): OpenProfile {
  const folder = demo ? makeDemoFolder() : path.resolve(profile ?? dataFolder())
  withStoreErrors(folder, () => { ensurePrivateFolder(folder) })
  const lock = acquireProfileLock(folder, { at: clock.now() })
  let isHeld = true
  return {
    folder,
    demo,
    release() {
      if (!isHeld) return
      isHeld = false
      lock.release()
      if (demo) removeDemoFolder(folder)
    },
  }
}
