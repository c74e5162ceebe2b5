import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { UnlockedKeyring } from '#electron/security/keyring.ts'
import { createReader, type Reader } from '#electron/store/reader-client.ts'
import { openProfileStore } from '#electron/store/open-profile-store.ts'
import type { Store } from '#electron/store/store.ts'

/** Opens what the data key opens: the writer on this thread, the reader on its own. */
export type OpenStore = (unlocked: UnlockedKeyring) => { readonly store: Store; readonly reader: Reader }

export function storeOpener(clock: Clock, log: Log): OpenStore {
  return (unlocked) => {
    const store = openProfileStore(unlocked, { at: clock.now(), log })
    return { store, reader: createReader({ file: unlocked.storeFile, key: () => unlocked.dataKey }) }
  }
}
