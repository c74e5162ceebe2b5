import type { Output, Parsed } from '#shared/contract/index.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { PersonId } from '#shared/model/ids.ts'
import { addPerson as giveOneTimeCode, changePassphrase, readKeyring, unlockWithPassphrase, type UnlockedKeyring } from '#electron/security/keyring.ts'
import { splitWords } from '#electron/security/recovery-words.ts'
import { signInWithRecovery } from '#electron/security/sign-in.ts'
import { findPerson, findPersonIdBySignInName } from '#electron/store/queries/accounts/people.ts'
import type { CoreDeps, KeylessContext } from '../deps.ts'
import { beginSession } from './begin-session.ts'
import { invalid, refused } from './errors.ts'
import { requireGoodPassphrase } from './new-passphrase.ts'

/**
 * The administrator's way back in: the words prove the facility, the new passphrase is the administrator's own. Others are then helped by
 * them with a one-time code.
 */
export async function recoverWithKey(deps: CoreDeps, context: KeylessContext, input: Parsed<'session.recoverWithKey'>): Promise<Output<'session.recoverWithKey'>> {
  if (deps.session.open() !== null) throw refused('Somebody is signed in already. Lock the workstation first.')
  requireGoodPassphrase(input.newPassphrase, [input.signInName], 'newPassphrase')
  const answer = signInWithRecovery(deps, { words: splitWords(input.words) })
  if (answer.kind === 'wait') throw new AppError({ code: 'wait', message: answer.message, seconds: answer.seconds })
  if (answer.kind === 'refused') throw invalid({ words: answer.message })
  if (answer.kind === 'stopped') throw refused(answer.message)
  const personId = requireAdministrator(deps, answer.unlocked, input.signInName)
  const own = await replacePassphrase(deps, context, answer.unlocked, personId, input)
  return { session: beginSession(deps, context, own, personId, 'recovery-key') }
}

/** Looks into the store without signing anyone in. */
function requireAdministrator(deps: CoreDeps, unlocked: UnlockedKeyring, signInName: string): PersonId {
  const { store } = deps.session.openStore(unlocked)
  const personId = store.read(db => findPersonIdBySignInName(db, signInName))
  const person = personId === null ? null : store.read(db => findPerson(db, personId))
  if (person === null || person.role !== 'administrator' || person.status !== 'active') {
    deps.session.abandon()
    throw invalid({ signInName: 'No active administrator has this sign-in name. Nothing was changed. Other people get a one-time code from their administrator.' })
  }
  return person.personId
}

/** `openStore` has taken the keyring over: what is done with it is done before the store is closed, then opened again in the person's own name. */
async function replacePassphrase(deps: CoreDeps, { at }: KeylessContext, unlocked: UnlockedKeyring, personId: PersonId, input: Parsed<'session.recoverWithKey'>): Promise<UnlockedKeyring> {
  try {
    const code = await giveOneTimeCode(unlocked, deps, { personId, signInName: input.signInName, at })
    await changePassphrase(unlocked, deps, { personId, current: code, next: input.newPassphrase, at })
  } finally {
    deps.session.abandon()
  }
  const own = await unlockWithPassphrase(readKeyring(deps.profile.folder), deps.kdf, input.signInName, input.newPassphrase)
  if (own === null) throw refused('The new passphrase could not be checked. Sign in with it.')
  return own
}
