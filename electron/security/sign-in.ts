import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import { StoreError } from '#electron/store/store-error.ts'
import { storeSentence } from '#electron/store/store-messages.ts'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Kdf } from './kdf.ts'
import { hasProfile, readKeyring, unlockWithPassphrase, unlockWithRecovery, type Keyring, type UnlockedKeyring } from './keyring.ts'
import { RECOVERY, admit, clearAllFailures, clearFailures, type Admission } from './lockout.ts'
import { noteBeforeUnlock, type SideEvent } from './side-log.ts'
import { normalName } from './slots.ts'

/** What opens a backup: a passphrase of its day, or the printed words of its day. */
export type RestoreSecret = { readonly kind: 'passphrase'; readonly signInName: string; readonly passphrase: string } | { readonly kind: 'recovery'; readonly words: readonly string[] }

export type SignInDeps = { readonly clock: Clock; readonly ids: Ids; readonly kdf: Kdf; readonly profile: { readonly folder: string } }

export type NotSignedIn =
  | { readonly kind: 'refused'; readonly triesLeft: number; readonly message: string }
  | { readonly kind: 'wait'; readonly seconds: number; readonly message: string }
  | { readonly kind: 'stopped'; readonly message: string }

export type SignedInAnswer = { readonly kind: 'signed-in'; readonly unlocked: UnlockedKeyring; readonly personId: PersonId; readonly mustChange: boolean }

/**
 * Name and passphrase against the key file. An unknown name and a wrong passphrase are the same answer after the same work; the try is
 * counted on the disk before it is made. Throws `StoreError` for a key file that is missing, damaged or weakened.
 */
export async function signIn(deps: SignInDeps, { signInName, passphrase }: { signInName: string; passphrase: string }): Promise<SignedInAnswer | NotSignedIn> {
  const { profile, clock, kdf } = deps
  const keyring = readKeyring(profile.folder)
  const known = personOf(keyring, signInName)
  const admission = admit(profile.folder, clock, signInName, namesIn(keyring))
  if (admission.kind !== 'go') return keptOut(deps, admission, known)
  const unlocked = await unlockWithPassphrase(keyring, kdf, signInName, passphrase)
  if (unlocked === null || unlocked.personId === null) {
    note(deps, { action: 'sign-in.refused', personId: known })
    return refused(admission)
  }
  clearFailures(profile.folder, signInName)
  return { kind: 'signed-in', unlocked, personId: unlocked.personId, mustChange: unlocked.mustChange }
}

/** The printed words instead of a passphrase. Lifts every wait and stop: whoever holds the page may let people in again. */
export function signInWithRecovery(deps: SignInDeps, { words }: { words: readonly string[] }): { readonly kind: 'signed-in'; readonly unlocked: UnlockedKeyring } | NotSignedIn {
  const { profile, clock } = deps
  const keyring = readKeyring(profile.folder)
  const admission = admit(profile.folder, clock, RECOVERY, namesIn(keyring))
  if (admission.kind === 'wait') return keptOut(deps, admission, null)
  const unlocked = unlockWithRecovery(keyring, words)
  if (unlocked === null) {
    note(deps, { action: 'recovery.refused', personId: null })
    // 256 bits cannot be guessed: the count slows down, but it never closes the last way in.
    return { kind: 'refused', triesLeft: admission.kind === 'go' ? admission.triesLeft : 0, message: storeSentence({ kind: 'wrong-recovery-key' }) }
  }
  clearAllFailures(profile.folder)
  note(deps, { action: 'recovery.used', personId: null })
  return { kind: 'signed-in', unlocked }
}

/** Asks somebody who is signed in for the passphrase once more, before a step that needs it. Counts like a sign-in. */
export async function verifyOwnPassphrase(
  deps: SignInDeps, { personId, passphrase }: { personId: PersonId; passphrase: string },
): Promise<{ readonly kind: 'right' } | Extract<NotSignedIn, { kind: 'wait' | 'stopped' }> | { readonly kind: 'wrong'; readonly message: string }> {
  const keyring = readKeyring(deps.profile.folder)
  const signInName = keyring.body.slots.find(slot => slot.personId === personId)?.signInName ?? ''
  const admission = admit(deps.profile.folder, deps.clock, signInName, namesIn(keyring))
  if (admission.kind !== 'go') return keptOut(deps, admission, personId)
  const unlocked = await unlockWithPassphrase(keyring, deps.kdf, signInName, passphrase)
  const isOwn = unlocked?.personId === personId
  unlocked?.dispose()
  if (!isOwn) return { kind: 'wrong', message: refused(admission).message }
  clearFailures(deps.profile.folder, signInName)
  return { kind: 'right' }
}

/**
 * Counts a try to open a backup as one at the sign-in is counted: under the name that was given, or under the printed words. `null` when it may be
 * made; otherwise what to say. `backup` is the key file the try is made on.
 */
export function keptFromRestore(deps: SignInDeps, by: RestoreSecret, backup: Keyring): Extract<NotSignedIn, { kind: 'wait' | 'stopped' }> | null {
  const { folder } = deps.profile
  const own = hasProfile(folder) ? wholeKeyring(folder) : null
  const admission = admit(folder, deps.clock, countedUnder(by), [...namesIn(backup), ...(own === null ? [] : namesIn(own))])
  // 256 bits cannot be guessed: the words wait, but are never closed.
  if (admission.kind === 'go' || (admission.kind === 'stopped' && by.kind === 'recovery')) return null
  return keptOut(deps, admission, null)
}

/** The tries before the right secret count no more. */
export function restoreSucceeded({ profile }: SignInDeps, by: RestoreSecret): void {
  clearFailures(profile.folder, countedUnder(by))
}

/** The key file, `null` when it is damaged: somebody restores a backup because of that. */
export function wholeKeyring(folder: string): Keyring | null {
  try {
    return readKeyring(folder)
  } catch (error) {
    if (error instanceof StoreError) return null
    throw error
  }
}

function countedUnder(by: RestoreSecret): string {
  return by.kind === 'recovery' ? RECOVERY : by.signInName
}

function namesIn({ body }: Keyring): readonly string[] {
  return body.slots.flatMap(({ signInName }) => signInName ?? [])
}

function refused({ triesLeft, waitAfter }: Extract<Admission, { kind: 'go' }>): Extract<NotSignedIn, { kind: 'refused' }> {
  const message = triesLeft > 0 ? storeSentence({ kind: 'wrong-passphrase', triesLeft }) : `That passphrase is not right. ${storeSentence({ kind: 'wait', seconds: waitAfter })}`
  return { kind: 'refused', triesLeft, message }
}

function keptOut(deps: SignInDeps, admission: Exclude<Admission, { kind: 'go' }>, personId: string | null): Extract<NotSignedIn, { kind: 'wait' | 'stopped' }> {
  if (admission.kind === 'stopped') {
    note(deps, { action: 'sign-in.stopped', personId })
    return { kind: 'stopped', message: storeSentence({ kind: 'stopped' }) }
  }
  return { kind: 'wait', seconds: admission.seconds, message: storeSentence({ kind: 'wait', seconds: admission.seconds }) }
}

function note(deps: SignInDeps, event: Omit<SideEvent, 'at'>): void {
  noteBeforeUnlock(deps.profile.folder, deps.ids, { at: deps.clock.now(), ...event })
}

function personOf(keyring: Keyring, signInName: string): string | null {
  const wanted = normalName(signInName)
  return keyring.body.slots.find(slot => slot.signInName !== null && normalName(slot.signInName) === wanted)?.personId ?? null
}
