import type { Output, Parsed } from '#shared/contract/index.ts'
import { isRecoveryKey, newRecoveryKey as makeRecoveryKey } from '#electron/security/keyring.ts'
import { splitWords } from '#electron/security/recovery-words.ts'
import { lastRecoveryKey } from '#electron/store/queries/audit-report.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { invalid, refused } from './errors.ts'
import { requireOwnPassphrase } from './own-passphrase.ts'

/** When the words were made, and when somebody proved that they are on paper. */
export function recoveryKey({ store }: Deps): Output<'accounts.recoveryKey'> {
  return store.read(lastRecoveryKey)
}

/** The words were asked for and are right: they are on paper. */
export function confirmRecoveryKey({ store, session, events }: Deps, context: RequestContext, { words }: Parsed<'session.confirmRecoveryKey'>): Output<'session.confirmRecoveryKey'> {
  const keyring = session.keyring()
  if (keyring === null) throw refused('The workstation was locked in the meantime.')
  if (!isRecoveryKey(keyring, splitWords(words))) throw invalid({ words: 'These are not the words of the recovery key. Look at the paper again.' })
  store.write(context, db => { db.audit({ action: 'recovery-key.confirmed' }) })
  events.changed('people')
  return {}
}

/** New words. The old paper is worthless from now on, but still opens backups of its day. */
export async function newRecoveryKey(deps: Deps, context: RequestContext, { passphrase }: Parsed<'accounts.newRecoveryKey'>): Promise<Output<'accounts.newRecoveryKey'>> {
  await requireOwnPassphrase(deps, context, passphrase)
  return deps.session.changeKeys(({ store, ids, events }, keyring) => {
    const words = makeRecoveryKey(keyring, { ids }, context.at)
    // Told once and remembered nowhere: the write returns nothing, so the command keeps nothing.
    store.write(context, db => { db.audit({ action: 'recovery-key.made' }) })
    events.changed('people')
    return { recoveryWords: [...words] }
  })
}
