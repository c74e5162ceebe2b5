import type { z } from 'zod'
import type { Permission } from '#shared/model/permission.ts'

interface Common<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I
  readonly output: O
  readonly permission: Permission
  /** `before-unlock` runs in the keyless core (sign-in, set-up, restore); `blurred` also runs while the screen is blurred. Default: only unlocked. */
  readonly access?: 'before-unlock' | 'blurred'
}

export type Query<I extends z.ZodType, O extends z.ZodType> = Common<I, O> & { readonly kind: 'query' }
/** A command changes something, carries a command id, and may report progress under it. */
export type Command<I extends z.ZodType, O extends z.ZodType> = Common<I, O> & { readonly kind: 'command' }
export type Operation = Query<z.ZodType, z.ZodType> | Command<z.ZodType, z.ZodType>

/** Reads; may be repeated at will. */
export const query = <I extends z.ZodType, O extends z.ZodType>(operation: Common<I, O>): Query<I, O> => ({ kind: 'query', ...operation })
/** Changes; the same command id twice gives the first outcome again. */
export const command = <I extends z.ZodType, O extends z.ZodType>(operation: Common<I, O>): Command<I, O> => ({ kind: 'command', ...operation })
