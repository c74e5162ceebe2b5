import { z } from 'zod'

const KeptForm = z.strictObject({ form: z.unknown(), began: z.unknown(), basedOn: z.number() })
/** What a draft keeps of a form: its values, those it began with, and the version of the record it began from (0 without one). */
export type KeptForm = z.output<typeof KeptForm>

const Fields = z.record(z.string(), z.unknown())

export const writeKept = (kept: KeptForm): string => JSON.stringify(kept)

/** What was kept; `null` for text that is not of this shape. */
export function readKept(text: string): KeptForm | null {
  try {
    return KeptForm.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

export interface TakenUp {
  readonly kept: KeptForm
  /** The same field was typed here and changed in the record: the text may not be saved over it. */
  readonly isOutdated: boolean
}

/**
 * A kept text taken up again over a record that now shows `now` in `version`. Where the record has moved on, only what was typed is taken
 * over, so that nothing else goes back to what it was; where both changed the same field, it stays written against its old version.
 */
export function takeUp(kept: KeptForm, now: unknown, version: number): TakenUp {
  if (kept.basedOn === version) return { kept, isOutdated: false }
  const [mine, began, theirs] = [Fields.safeParse(kept.form).data, Fields.safeParse(kept.began).data, Fields.safeParse(now).data]
  if (mine === undefined || began === undefined || theirs === undefined) return { kept, isOutdated: true }
  const typed = Object.keys(mine).filter(name => !same(mine[name], began[name]))
  const form = { ...theirs, ...Object.fromEntries(typed.map(name => [name, mine[name]])) }
  const isOutdated = typed.some(name => !same(theirs[name], began[name]) && !same(theirs[name], mine[name]))
  return { kept: isOutdated ? { ...kept, form } : { form, began: now, basedOn: version }, isOutdated }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
