import path from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { hasProfile, readKeyring } from '#electron/security/keyring.ts'
import { splitWords } from '#electron/security/recovery-words.ts'
import { noteBeforeUnlock } from '#electron/security/side-log.ts'
import { keptFromRestore, restoreSucceeded, wholeKeyring, type RestoreSecret } from '#electron/security/sign-in.ts'
import { listBackups } from '#electron/store/backup.ts'
import { restoreBackup, type RestoredBy } from '#electron/store/restore.ts'
import { invalid, notFound, refused } from '../accounts/errors.ts'
import type { CoreDeps, KeylessContext } from '../deps.ts'
import { folderToSearch } from './backups.ts'

/**
 * Puts a backup in the place of the store, or onto an empty machine. What stood there is set aside. Afterwards somebody signs in as on the
 * backup's day. Wrong tries count like those at the sign-in; over a live profile only an administrator of today or the recovery key may.
 */
export async function restore(deps: CoreDeps, { at }: KeylessContext, input: Parsed<'workstation.restore'>): Promise<Output<'workstation.restore'>> {
  const { profile, session, kdf, ids } = deps
  if (session.keyring() !== null) throw refused('Somebody is signed in. Lock the workstation, then restore from the sign-in screen.')
  const folder = folderToSearch(profile.folder, input.folder)
  const backup = listBackups(folder).find(({ name }) => name === input.name)
  if (backup === undefined) throw notFound('This backup is not in the folder any more. Nothing was changed.')
  const place = path.join(folder, backup.name)
  const secret = secretOf(input.secret)
  const keptOut = keptFromRestore(deps, secret, readKeyring(place))
  if (keptOut?.kind === 'wait') throw new AppError({ code: 'wait', message: keptOut.message, seconds: keptOut.seconds })
  if (keptOut?.kind === 'stopped') throw refused(keptOut.message)
  const answer = await restoreBackup({ backup: place, profile: profile.folder, secret, kdf, at, mayReplace: by => session.keyring() === null && mayReplace(profile.folder, by) })
  if (answer.kind === 'wrong-secret') {
    noteBeforeUnlock(profile.folder, ids, { at, action: 'restore.refused', personId: null, backup: backup.name })
    throw wrong(input.secret.kind)
  }
  restoreSucceeded(deps, secret)
  noteBeforeUnlock(profile.folder, ids, { at, action: answer.kind === 'restored' ? 'restore.done' : 'restore.refused', personId: personOf(answer.by), backup: backup.name })
  if (answer.kind === 'not-allowed') throw refused('Only an administrator who can sign in today, or the recovery key, may put a backup over this workstation’s data. Nothing was changed.')
  session.setUpAs(backup.facilityName ?? 'Caseboard')
  return { restoredFrom: backup.at, setAside: answer.setAside !== null }
}

/** The passphrases of an old backup must not bring back somebody who has left: the person has to be in today's key file, too. */
function mayReplace(folder: string, by: RestoredBy): boolean {
  if (by.kind === 'recovery' || !hasProfile(folder)) return true
  const today = wholeKeyring(folder)
  // Where today's key file is damaged nobody can open what is there; the backup's administrators may bring it back.
  return by.role === 'administrator' && (today === null || today.body.slots.some(slot => slot.personId === by.personId))
}

const personOf = (by: RestoredBy): string | null => (by.kind === 'person' ? by.personId : null)

const secretOf = (secret: Parsed<'workstation.restore'>['secret']): RestoreSecret => (secret.kind === 'recovery' ? { kind: 'recovery', words: splitWords(secret.words) } : secret)

const wrong = (kind: 'passphrase' | 'recovery') =>
  kind === 'recovery'
    ? invalid({ 'secret.words': 'These words do not open this backup. Nothing was changed. It opens with the recovery key of its day.' })
    : invalid({ 'secret.passphrase': 'This name and passphrase do not open this backup. Nothing was changed. It opens with the passphrases of its day.' })
