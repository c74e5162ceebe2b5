import path from 'node:path'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { noteBeforeUnlock } from '#electron/security/side-log.ts'
import { listBackups } from '#electron/store/backup.ts'
import { restoreBackup, type RestoreSecret } from '#electron/store/restore.ts'
import { invalid, notFound, refused } from '../accounts/errors.ts'
import { splitWords } from '../accounts/split-words.ts'
import type { CoreDeps, KeylessContext } from '../deps.ts'
import { folderToSearch } from './backups.ts'

/** Puts a backup in the place of the store, or onto an empty machine. What stood there is set aside. Afterwards somebody signs in as on the backup's day. */
export async function restore(deps: CoreDeps, { at }: KeylessContext, input: Parsed<'workstation.restore'>): Promise<Output<'workstation.restore'>> {
  const { profile, session, kdf, ids } = deps
  if (session.open() !== null) throw refused('Somebody is signed in. Lock the workstation, then restore from the sign-in screen.')
  const folder = folderToSearch(profile.folder, input.folder)
  const backup = listBackups(folder).find(({ name }) => name === input.name)
  if (backup === undefined) throw notFound('This backup is not in the folder any more. Nothing was changed.')
  const answer = await restoreBackup({ backup: path.join(folder, backup.name), profile: profile.folder, secret: secretOf(input.secret), kdf, at })
  if (answer.kind === 'wrong-secret') {
    noteBeforeUnlock(profile.folder, ids, { at, action: 'restore.refused', personId: null })
    throw wrong(input.secret.kind)
  }
  noteBeforeUnlock(profile.folder, ids, { at, action: 'restore.done', personId: null })
  session.setUpAs(backup.facilityName ?? 'Caseboard')
  return { restoredFrom: backup.at, setAside: answer.setAside !== null }
}

const secretOf = (secret: Parsed<'workstation.restore'>['secret']): RestoreSecret => (secret.kind === 'recovery' ? { kind: 'recovery', words: splitWords(secret.words) } : secret)

const wrong = (kind: 'passphrase' | 'recovery') =>
  kind === 'recovery'
    ? invalid({ 'secret.words': 'These words do not open this backup. Nothing was changed. It opens with the recovery key of its day.' })
    : invalid({ 'secret.passphrase': 'This name and passphrase do not open this backup. Nothing was changed. It opens with the passphrases of its day.' })
