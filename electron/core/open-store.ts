import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { UnlockedKeyring } from '#electron/security/keyring.ts'
import { createReader, type Reader } from '#electron/store/reader-client.ts'
import { openProfileStore } from '#electron/store/open-profile-store.ts'
import type { Store } from '#electron/store/store.ts'

/** Opens what the data key opens: the writer on this thread, the reader on its own. */
export type OpenStore = (unlocked: UnlockedKeyring) => { readonly store: Store; readonly reader: Reader }

/** The opener of the product; `startReader` is for tests. The reader asks for the key itself and copies it for as long as a thread starts. */
export function storeOpener(clock: Clock, log: Log, startReader: typeof createReader = createReader): OpenStore {
  return (unlocked) => {
    const store = openProfileStore(unlocked, { at: clock.now(), log })
    return { store, reader: startReader({ file: unlocked.storeFile, key: () => unlocked.dataKey }) }
  }
}
