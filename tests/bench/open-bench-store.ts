import { mkdtempSync, cpSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { systemClock } from '#electron/platform/clock.ts'
import { systemIds } from '#electron/platform/ids.ts'
import { silentLog } from '#electron/platform/log.ts'
import { openResources } from '#electron/platform/resources.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import { createHelperRelay } from '#electron/platform/helper-relay.ts'
import { createCore } from '#electron/core/create-core.ts'
import { storeOpener } from '#electron/core/open-store.ts'
import { handlers } from '#electron/ipc/handlers/index.ts'
import { systemKdf } from '#electron/security/kdf.ts'
import { readKeyring, unlockWithPassphrase } from '#electron/security/keyring.ts'
import type { Connection } from '#electron/store/driver.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import type { OpenSession } from '#electron/services/deps.ts'
import { passphrase, signInName, type DataSet } from './data-set.ts'

export interface BenchStore {
  readonly session: OpenSession
  /** A second connection to the same encrypted file, for the hand-written queries. */
  readonly bare: Connection
  close(): void
}

/** A copy of the data set, opened by signing in to a real core, so that what is measured has passed dispatcher, permission and audit wiring. */
export async function openBenchStore(dataSet: DataSet): Promise<BenchStore> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseboard-bench-'))
  cpSync(dataSet.folder, folder, { recursive: true })
  const clock = systemClock()
  const files = createFileBox()
  const relay = createHelperRelay(nodeProcesses, files, message => { core.receive(message) })
  const core = createCore({
    settings: { profileFolder: folder, shell: 'cli', demo: false, demoCaseload: false, reason: 'start' },
    clock, ids: systemIds(clock), log: silentLog, kdf: systemKdf, resources: openResources(), handlers, hasStore: true, openStore: storeOpener(clock, silentLog),
    post(message) { if (message.kind === 'helper.start' || message.kind === 'helper.send' || message.kind === 'helper.end') relay.receive(message) },
    end: () => undefined,
  })
  const reply = await core.dispatch({ channel: 'session.signIn', input: { signInName, passphrase }, commandId: systemIds(clock).next('command') })
  const session = core.deps.session.open()
  if (!reply.ok || session === null) throw new Error('The bench profile did not open.')
  const unlocked = await unlockWithPassphrase(readKeyring(folder), systemKdf, signInName, passphrase)
  if (unlocked === null) throw new Error('The bench passphrase is wrong.')
  const bare = openDatabase({ file: session.deps.store.file, key: unlocked.dataKey, use: 'reader', cacheKiB: 65_536 })
  unlocked.dispose()
  return {
    session,
    bare,
    close() {
      bare.close()
      session.deps.store.close()
      void session.deps.reader.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
