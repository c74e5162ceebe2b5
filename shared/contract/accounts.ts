import { z } from 'zod'
import { PersonId, UnitId } from '#shared/model/ids.ts'
import { Role } from '#shared/model/role.ts'
import { Line, Moment, Version, known } from '#shared/model/scalars.ts'
import { command, query } from './define.ts'
import { Initials, Passphrase, RecoveryWords, SignInName } from './session.ts'

/** A colleague as lists and choosers need them. */
export const Colleague = z.strictObject({ personId: PersonId, name: z.string(), initials: z.string(), role: Role, unitIds: z.array(UnitId), active: z.boolean() })
export type Colleague = z.output<typeof Colleague>

export const PersonFields = z.strictObject({ fullName: Line, initials: Initials, role: Role, unitIds: z.array(UnitId).max(100), phone: known(Line) })
export type PersonFields = z.output<typeof PersonFields>

export const Person = PersonFields.extend({
  personId: PersonId,
  version: Version,
  signInName: z.string(),
  status: z.literal(['active', 'disabled']),
  /** `never` until the one-time code was used. */
  lastSignInAt: z.union([z.literal('never'), Moment]),
})
export type Person = z.output<typeof Person>

/** Shown once, replaced at the first sign-in. */
const OneTimeCode = z.strictObject({ personId: PersonId, oneTimeCode: z.string() })
const ThisPerson = z.strictObject({ personId: PersonId, expectedVersion: Version })

export const accountsContract = {
  /** Everyone who works here, disabled people too (old cases name them), by name. */
  'accounts.directory': query({ input: z.strictObject({}), output: z.array(Colleague), permission: 'facility.read' }),
  'accounts.list': query({ input: z.strictObject({}), output: z.array(Person), permission: 'people.manage' }),
  'accounts.add': command({ input: PersonFields.extend({ signInName: SignInName }), output: OneTimeCode, permission: 'people.manage', stepUp: true }),
  'accounts.edit': command({ input: ThisPerson.extend({ fields: PersonFields }), output: z.strictObject({ version: Version }), permission: 'people.manage', stepUp: true }),
  /** Takes the person's key away and gives the store a new one; asks for the administrator's own passphrase. The last administrator stays. */
  'accounts.disable': command({ input: ThisPerson.extend({ passphrase: Passphrase }), output: z.strictObject({ version: Version }), permission: 'people.manage' }),
  /** A person who was disabled comes back with a one-time code. */
  'accounts.enable': command({ input: ThisPerson, output: OneTimeCode, permission: 'people.manage', stepUp: true }),
  /** A forgotten passphrase: the recovery key's words and a one-time code. */
  'accounts.reset': command({ input: ThisPerson.extend({ words: RecoveryWords }), output: OneTimeCode, permission: 'people.manage' }),
  /** Whether somebody proved that the words are on paper. */
  'accounts.recoveryKey': query({ input: z.strictObject({}), output: z.strictObject({ madeAt: Moment, confirmedAt: z.union([z.literal('never'), Moment]) }), permission: 'people.manage' }),
  /** New words; the old ones open nothing any more (older backups still do). */
  'accounts.newRecoveryKey': command({ input: z.strictObject({ passphrase: Passphrase }), output: z.strictObject({ recoveryWords: z.array(z.string()).length(24) }), permission: 'people.manage' }),
} as const
