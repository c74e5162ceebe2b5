import type { z } from 'zod'
import type { Permission } from '#shared/model/permission.ts'

/** When an operation runs. `before-unlock`: in any state, the keyless core too (sign-in, set-up, restore); `blurred`: unlocked or blurred. */
export type Access = 'unlocked' | 'blurred' | 'before-unlock'

interface Common<I extends z.ZodType, O extends z.ZodType, A extends Access> {
  readonly input: I
  readonly output: O
  readonly permission: Permission
  /** Default: only unlocked. */
  readonly access?: A
}

export type Query<I extends z.ZodType, O extends z.ZodType, A extends Access = 'unlocked'> = Common<I, O, A> & { readonly kind: 'query' }
/** A command changes something, carries a command id, and may report progress under it. */
export type Command<I extends z.ZodType, O extends z.ZodType, A extends Access = 'unlocked'> = Common<I, O, A> & { readonly kind: 'command'; readonly stepUp?: true; readonly untraced?: true }
export type Operation = Query<z.ZodType, z.ZodType, Access> | Command<z.ZodType, z.ZodType, Access>

/** Reads; may be repeated at will. */
export const query = <I extends z.ZodType, O extends z.ZodType, A extends Access = 'unlocked'>(operation: Common<I, O, A>): Query<I, O, A> => ({
  kind: 'query',
  ...operation,
})
/**
 * Changes; the same command id twice gives the first outcome again. With `stepUp` it is refused with the code `step-up` unless the person
 * gave the passphrase within the last minutes (ASVS 5.0 7.5.3): exports, backups, and what decides who may do what. With `untraced` nothing is
 * kept under its id (sign-ins, drafts, what only shows or prints): `jobs.outcome` cannot tell of it, and doing it twice does no harm.
 */
export const command = <I extends z.ZodType, O extends z.ZodType, A extends Access = 'unlocked'>(operation: Common<I, O, A> & { readonly stepUp?: true; readonly untraced?: true }): Command<I, O, A> => ({
  kind: 'command',
  ...operation,
})
