import { copyFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { instant } from '#shared/kernel/instant.ts'
import { StoreError } from '#electron/store/store-error.ts'
import { acquireProfileLock } from '#electron/store/lock-db.ts'
import { momentInWords } from '#electron/store/store-messages.ts'
import { Store } from '#electron/store/store.ts'
import { sql } from '#electron/store/sql.ts'
import { addPatient } from '#tests/support/profile.ts'
import { temporaryFolder, testAt, testKey, testStore } from '#tests/support/store.ts'
import { runChild } from './child-process.ts'

/** T14: two programs, one profile. */

test('the second program is told at once who has the profile since when, and gets it when the first one is killed', async () => {
  const folder = temporaryFolder('two')
  const first = runChild('hold-store', [folder, 'hold'])
  await first.ready
  const started = performance.now()
  const second = () => acquireProfileLock(folder, { at: testAt })
  expect(second).toThrow(StoreError)
  expect(performance.now() - started).toBeLessThan(1_000)
  expect(second).toThrow(`Already open by ${os.userInfo().username} on ${os.hostname()} since ${momentInWords(instant('2026-11-22T07:02:00.000Z'))}.`)
  first.child.kill('SIGKILL')
  await first.ended
  const lock = second()
  expect(second).toThrow('Already open by')
  lock.release()
  second().release()
})

test('two programs that take turns lose none of each other’s saves', async () => {
  const turns = 25
  const folder = temporaryFolder('turns')
  const made = testStore()
  addPatient(made.store, 1)
  made.store.close()
  for (const name of ['store.db', 'store.anchor']) copyFileSync(path.join(made.folder, name), path.join(folder, name))
  const runs = [0, 1].map(() => runChild('hold-store', [folder, 'count', String(turns)]))
  expect(await Promise.all(runs.map(run => run.ended))).toEqual([0, 0])
  const store = Store.open({ file: path.join(folder, 'store.db'), anchorFile: path.join(folder, 'store.anchor'), key: testKey, at: testAt })
  expect(store.read(db => db.get(sql`SELECT version FROM patient`))).toEqual({ version: 1 + 2 * turns })
  expect(store.anchorState.kind).toBe('in-step')
  store.close()
})
