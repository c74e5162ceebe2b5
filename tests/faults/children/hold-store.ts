import { writeSync } from 'node:fs'
import { StoreError } from '#electron/store/store-error.ts'
import { acquireProfileLock } from '#electron/store/lock-db.ts'
import { Store } from '#electron/store/store.ts'
import { sql } from '#electron/store/sql.ts'
import { plainId } from '#tests/support/plain-id.ts'
import { anOrigin, testAt, testKey } from '#tests/support/store.ts'
import { instant } from '#shared/kernel/instant.ts'

/**
 * A second program on the same profile.
 *   hold-store.ts FOLDER hold          takes the profile and keeps it until killed
 *   hold-store.ts FOLDER count TURNS   takes it, adds one, gives it back, as often as told
 */
const [folder = '', mode = 'hold', turns = '0'] = process.argv.slice(2)
const since = instant('2026-11-22T07:02:00.000Z')

if (mode === 'hold') {
  acquireProfileLock(folder, { at: since })
  writeSync(1, 'ready\n')
  setInterval(() => undefined, 1_000)
} else {
  for (let done = 0; done < Number(turns);) if (addOne()) done++
  writeSync(1, 'done\n')
}

function addOne(): boolean {
  const lock = takeLock()
  if (lock === null) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    return false
  }
  const store = Store.open({ file: `${folder}/store.db`, anchorFile: `${folder}/store.anchor`, key: testKey, at: testAt, cacheKiB: 1_024 })
  if (store.anchorState.kind !== 'in-step') throw new Error(store.anchorState.kind)
  store.write(anOrigin(), db => {
    db.run(sql`UPDATE patient SET version = version + 1 WHERE id = ${plainId('patient', 1)}`)
    db.audit({ action: 'patient.corrected', entity: 'patient', entityId: plainId('patient', 1) })
  })
  store.close()
  lock.release()
  return true
}

function takeLock(): ReturnType<typeof acquireProfileLock> | null {
  try {
    return acquireProfileLock(folder, { at: since })
  } catch (error) {
    if (error instanceof StoreError && error.kind === 'already-open') return null
    throw error
  }
}
