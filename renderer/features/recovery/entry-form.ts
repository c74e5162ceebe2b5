import { z } from 'zod'
import type { EntryView } from '#shared/contract/recovery.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { Day } from '#shared/model/scalars.ts'
import { EntryStatus } from '#shared/model/timeline.ts'

const Form = z.strictObject({
  status: EntryStatus,
  on: z.union([z.null(), z.literal(['unknown', 'invalid']), Day]),
  reason: z.string(),
  note: z.string(),
  text: z.string(),
  reviewed: z.boolean(),
})
/** What the entry dialog holds while a person types. */
export type EntryForm = z.output<typeof Form>

const of = (entry: EntryView, today: PlainDate): EntryForm => ({
  status: entry.status,
  on: entry.reachedOn === 'not-reached' ? today : entry.reachedOn,
  reason: entry.statusReason === 'none' ? '' : entry.statusReason,
  note: entry.note === 'none' ? '' : entry.note,
  text: entry.patientText === 'unknown' ? '' : entry.patientText,
  reviewed: entry.patientTextReviewed,
})

const markChanged = (form: EntryForm, entry: EntryView, today: PlainDate): boolean => {
  const was = of(entry, today)
  if (form.status !== was.status) return true
  if (form.status === 'open') return false
  return form.status === 'not-applicable' ? form.reason !== was.reason : form.note !== was.note || (form.status === 'reached' && form.on !== was.on)
}
const textChanged = (form: EntryForm, entry: EntryView, today: PlainDate): boolean => form.text.trim() !== of(entry, today).text || form.reviewed !== entry.patientTextReviewed

export const EntryForm = {
  of,
  /** A draft of an older version of the program, or of another shape, starts over. */
  restored: (values: unknown, entry: EntryView, today: PlainDate): EntryForm => Form.safeParse(values).data ?? of(entry, today),
  markChanged,
  textChanged,
  changed: (form: EntryForm, entry: EntryView, today: PlainDate): boolean => markChanged(form, entry, today) || textChanged(form, entry, today),
}
