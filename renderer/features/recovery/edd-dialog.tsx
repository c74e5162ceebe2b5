import { useState } from 'react'
import { z } from 'zod'
import type { CaseRecovery } from '#shared/contract/recovery.ts'
import { rowsMovedByEdd } from '#shared/domain/recovery/rows-moved-by-edd.ts'
import { Day } from '#shared/model/scalars.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import { useDraft } from '#renderer/app/use-draft.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { CheckField } from '#renderer/ui/choice-fields.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { formatDay } from '#shared/kernel/plain-date.ts'
import s from './dialogs.module.css'
import { isReason, reasonOptions } from './recovery-words.ts'

interface EddDialogProps {
  readonly recovery: CaseRecovery
  readonly onClose: () => void
}

const Form = z.strictObject({ edd: z.union([z.null(), z.literal(['unknown', 'invalid']), Day]), reason: z.union([z.null(), z.string()]), note: z.string(), moveEntries: z.boolean() })
type Form = z.output<typeof Form>

/** Sets or revises the expected discharge date. The first one needs no reason; a later one does, and the rows planned from it can follow. */
export function EddDialog({ recovery, onClose }: EddDialogProps) {
  const { today } = useFacility()
  const toasts = useToasts()
  const { axis, caseId, caseVersion } = recovery
  const first = axis.edd === 'unknown'
  const [form, setForm] = useState<Form>({ edd: axis.edd === 'unknown' ? null : axis.edd, reason: null, note: '', moveEntries: true })
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const draft = useDraft({ key: `recovery-edd:${caseId}`, route: { screen: 'case', caseId, open: { form: 'edd' } }, title: 'Expected discharge date', values: form, restore: values => setForm(before => Form.safeParse(values).data ?? before) })
  const undo = useCommand('recovery.undoEdd')
  const set = useCommand('recovery.setEdd', { errors: 'inline' })
  const following = rowsMovedByEdd(recovery.entries, axis.dischargedOn !== 'not-discharged')
  const close = async () => {
    await draft.discard()
    onClose()
  }
  const save = async () => {
    const { edd, note, moveEntries } = form
    const reason = first ? ('first' as const) : isReason(form.reason) ? form.reason : null
    const day = edd === null || edd === 'unknown' || edd === 'invalid' ? null : edd
    setMissing({ ...(day === null ? { edd: 'Type the day, such as t+3 or 11/24.' } : {}), ...(reason === null ? { reason: 'Choose a reason.' } : {}) })
    if (day === null || reason === null) return
    const done = await set.run({ caseId, caseVersion, edd: day, reason, note: note.trim() === '' ? 'none' : note, moveEntries })
    if (done === null) return
    toasts.undo(`Expected discharge ${formatDay(day, today)}${done.moved === 0 ? '' : `, ${done.moved} ${done.moved === 1 ? 'row follows' : 'rows follow'}`}`, () => void undo.run({ revisionId: done.revisionId, replanId: done.replanId }))
    await draft.finish()
    onClose()
  }
  const errors = { ...missing, ...(set.error === null ? {} : set.error.code === 'validation' ? set.error.fields : { edd: set.error.message }) }
  return (
    <Dialog
      open size="small" title={first ? 'Set the expected discharge date' : 'Revise the expected discharge date'} busy={set.isRunning} dirty={form.note.trim() !== '' || form.reason !== null} onClose={() => void close()} onSubmit={() => void save()}
      {...(axis.edd === 'unknown' ? {} : { sub: `Now ${formatDay(axis.edd, today)}. Every date stays on record.` })}
      actions={<DialogButtons primary="Save date" onCancel={() => void close()} busy={set.isRunning} />}
    >
      <div className={s['stack']}>
        <DraftBar draft={draft} />
        <DateField label="Expected discharge" required autoFocus min={today} value={form.edd} error={errors['edd']} hint={axis.expectedStay.state === 'known' ? `${axis.expectedStay.label}: until ${formatDay(axis.expectedStay.endsOn, today)}` : axis.expectedStay.why} onChange={edd => setForm({ ...form, edd })} />
        {!first && <SelectField label="Reason" required placeholder="Choose…" options={reasonOptions} value={form.reason} error={errors['reason']} onChange={reason => setForm({ ...form, reason: isReason(reason) ? reason : null })} />}
        {!first && <TextField label="Note" value={form.note} maxLength={1000} onChange={note => setForm({ ...form, note })} />}
        {!first && following.length > 0 && <CheckField label={following.length === 1 ? 'The open row planned from this date follows' : `The ${following.length} open rows planned from this date follow`} value={form.moveEntries} onChange={moveEntries => setForm({ ...form, moveEntries })} />}
      </div>
    </Dialog>
  )
}
