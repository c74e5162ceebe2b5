import { z } from 'zod'
import { PersonId, UnitId } from './ids.ts'
import { Role } from './role.ts'
import { Moment } from './scalars.ts'

/** Who is signed in, as the page may know it. */
export const SignedIn = z.strictObject({
  personId: PersonId,
  name: z.string(),
  initials: z.string(),
  role: Role,
  unitIds: z.array(UnitId),
  /** A one-time code was used: a new passphrase must be chosen before anything else. */
  mustChangePassphrase: z.boolean(),
  hasPin: z.boolean(),
})
export type SignedIn = z.output<typeof SignedIn>

export const LockReason = z.literal(['start', 'idle', 'asked', 'screen-locked', 'suspended', 'disconnected', 'time-limit', 'pin-failed', 'core-ended'])
export type LockReason = z.output<typeof LockReason>

/** The states of the lock; which secrets exist in each is told in `electron/security/README.md`. */
export const SessionState = z.discriminatedUnion('state', [
  /** No store in this profile: set up, restore, or start a demo. */
  z.strictObject({ state: z.literal('no-store') }),
  z.strictObject({ state: z.literal('locked'), reason: LockReason, facilityName: z.union([z.literal('unknown'), z.string()]), demo: z.boolean() }),
  z.strictObject({ state: z.literal('unlocked'), person: SignedIn, demo: z.boolean(), idleMinutes: z.number(), signedInAt: Moment }),
  z.strictObject({ state: z.literal('blurred'), person: SignedIn, demo: z.boolean(), pinTriesLeft: z.number().int() }),
])
export type SessionState = z.output<typeof SessionState>
