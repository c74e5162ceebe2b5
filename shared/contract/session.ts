import { z } from 'zod'
import { isZone } from '#shared/kernel/instant.ts'
import { Role } from '#shared/model/role.ts'
import { Line, known } from '#shared/model/scalars.ts'
import { SessionState } from '#shared/model/session.ts'
import { command, query } from './define.ts'

/** How the page looks to one person; the preference `appearance`. */
export const Appearance = z.strictObject({
  theme: z.literal(['system', 'light', 'dark', 'contrast']),
  textSize: z.literal(['normal', 'large']),
  compactRows: z.boolean(),
})
export type Appearance = z.output<typeof Appearance>

/** Not trimmed and not judged here: `passphraseProblems` says what is wrong with a new one, and an old one is right or not. */
export const Passphrase = z.string().min(1, 'Enter the passphrase.').max(1024, 'At most 256 characters.')
/** Four to eight digits; lifts the blur only, never opens the store. */
export const Pin = z.string().regex(/^\d{4,8}$/, 'Four to eight digits.')
export const SignInName = Line.refine(name => /^[\p{L}\p{N}][\p{L}\p{N} .'@_-]{0,59}$/u.test(name), 'Letters, digits, spaces, dots and dashes; it begins with a letter or digit.')
/** The 24 words in order, as typed: spaces, line breaks and numbering do not matter. */
export const RecoveryWords = z.string().min(1, 'Enter the 24 words of the recovery key.').max(1000)
export const Initials = Line.refine(text => /^[\p{L}]{1,4}$/u.test(text), 'One to four letters.')
export const UnitKind = z.literal(['inpatient', 'clinic'])
/** An IANA zone this machine knows. */
export const Zone = z.string().max(60).refine(isZone, 'This time zone is not known on this machine.')

const FirstSignIn = z.strictObject({ fullName: Line, initials: Initials, signInName: SignInName, passphrase: Passphrase })
const AnySession = z.strictObject({ session: SessionState })
const Nothing = z.strictObject({})

export const SetUp = z.strictObject({
  facility: z.strictObject({ name: Line, zone: Zone }),
  units: z.array(z.strictObject({ name: Line, kind: UnitKind })).min(1, 'Name at least one unit or clinic.').max(100),
  /** An absolute folder; `beside-store` carries a standing warning. */
  backupFolder: z.union([z.literal('beside-store'), Line]),
  administrator: FirstSignIn,
  caseManager: FirstSignIn,
})
export type SetUp = z.output<typeof SetUp>

export const sessionContract = {
  'session.state': query({ input: Nothing, output: SessionState, permission: 'anyone', access: 'before-unlock' }),
  /** What is wrong with a new passphrase, in sentences; none means it is fine. `names` may not occur in it. */
  'session.judgePassphrase': query({
    input: z.strictObject({ passphrase: z.string().max(1024), names: z.array(z.string().max(200)).max(5) }),
    output: z.strictObject({ problems: z.array(z.string()) }),
    permission: 'anyone',
    access: 'before-unlock',
  }),
  /** Makes the store, both sign-ins and the recovery key, and signs the administrator in. The words are told this once. Refused where a store exists. */
  'session.setUp': command({ untraced: true, input: SetUp, output: z.strictObject({ recoveryWords: z.array(z.string()).length(24), session: SessionState }), permission: 'anyone', access: 'before-unlock' }),
  /** The administrator has the words on paper: the page asked for some of them again, and all 24 must be right. */
  'session.confirmRecoveryKey': command({ input: z.strictObject({ words: RecoveryWords }), output: Nothing, permission: 'people.manage' }),
  /** The same answer for a wrong name and a wrong passphrase. `refused`, or `wait` with the seconds to the next try. */
  'session.signIn': command({ untraced: true, input: z.strictObject({ signInName: SignInName, passphrase: Passphrase }), output: AnySession, permission: 'anyone', access: 'before-unlock' }),
  /** Gives an administrator a new passphrase by the recovery key and signs them in. */
  'session.recoverWithKey': command({
    untraced: true,
    input: z.strictObject({ words: RecoveryWords, signInName: SignInName, newPassphrase: Passphrase }), output: AnySession, permission: 'anyone', access: 'before-unlock',
  }),
  'session.lock': command({ untraced: true, input: Nothing, output: Nothing, permission: 'anyone', access: 'blurred' }),
  /** Hides the screen at once. Refused in a demo without a PIN: its people have no passphrase to lift it with. */
  'session.blur': command({ untraced: true, input: Nothing, output: AnySession, permission: 'anyone' }),
  /** The person shows again who they are: commands with `stepUp` run for the next minutes. Wrong tries count like those at sign-in. */
  'session.stepUp': command({ untraced: true, input: z.strictObject({ passphrase: Passphrase }), output: Nothing, permission: 'anyone' }),
  /** Lifts the blur. Three wrong tries lock. */
  'session.unblur': command({ untraced: true, input: z.strictObject({ pin: Pin }), output: AnySession, permission: 'anyone', access: 'blurred' }),
  /** Lifts the blur for people without a PIN, or who forgot it. Wrong tries count like those at sign-in. */
  'session.unblurByPassphrase': command({ untraced: true, input: z.strictObject({ passphrase: Passphrase }), output: AnySession, permission: 'anyone', access: 'blurred' }),
  /** Somebody is working: told at most every few seconds, so that the workstation neither blurs nor locks. */
  'session.activity': query({ input: Nothing, output: Nothing, permission: 'anyone' }),
  'session.setPin': command({ input: z.strictObject({ passphrase: Passphrase, pin: z.union([z.literal('none'), Pin]) }), output: AnySession, permission: 'anyone' }),
  'session.changePassphrase': command({ input: z.strictObject({ current: Passphrase, next: Passphrase }), output: AnySession, permission: 'anyone' }),
  /** Opens a demo again after it was locked; every other profile is refused. */
  'session.openDemo': command({ untraced: true, input: Nothing, output: AnySession, permission: 'anyone', access: 'before-unlock' }),
  /** Demo only: look with another role's eyes. */
  'session.viewAs': command({ untraced: true, input: z.strictObject({ role: Role }), output: AnySession, permission: 'anyone' }),
  /** The signed-in person's choices by key, as JSON; `unknown` when never chosen. */
  'session.preference': query({ input: z.strictObject({ key: preferenceKey() }), output: z.strictObject({ value: known(z.string()) }), permission: 'anyone' }),
  'session.savePreference': command({ untraced: true, input: z.strictObject({ key: preferenceKey(), value: z.string().max(20_000) }), output: Nothing, permission: 'anyone' }),
} as const

function preferenceKey() {
  return z.string().regex(/^[a-z][\w.-]{0,60}$/i, 'This is not the name of a preference.')
}
