import { useState } from 'react'
import { z } from 'zod'
import type { CaseRecovery, EntryView } from '#shared/contract/recovery.ts'
import { rowsToShift } from '#shared/domain/recovery/rows-to-shift.ts'
import { shiftWindow } from '#shared/domain/recovery/shift-window.ts'
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
import { Day } from '#shared/model/scalars.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import { useDraft } from '#renderer/app/use-draft.ts'
import { RadioField } from '#renderer/ui/choice-fields.tsx'
import { DateField, type DateEntry } from '#renderer/ui/date-field.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { NumberField, type NumberEntry } from '#renderer/ui/number-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import { isReason, reasonOptions, windowWords } from './recovery-words.ts'
import s from './dialogs.module.css'
import { useReplan } from './use-replan.ts'

interface ReplanDialogProps {
  readonly entry: EntryView
  readonly recovery: CaseRecovery
  /** What the drag or the key asked for. */
  readonly startDays: number
  readonly onClose: () => void
}

const TypedDay = z.union([z.null(), z.literal(['unknown', 'invalid']), Day])
const Form = z.strictObject({ from: TypedDay, on: TypedDay, to: TypedDay, scope: z.literal(['one', 'later']), reason: z.union([z.null(), z.string()]), note: z.string() })
type Form = z.output<typeof Form>

/** New days for one entry, or for it and everything open that comes later; with a reason, unless the plan was placed today. The first plan stays. */
export function ReplanDialog({ entry, recovery, startDays, onClose }: ReplanDialogProps) {
  const { today } = useFacility()
  const timeline = recovery.timelines.find(({ id }) => id === entry.timelineId)
  const needsReason = timeline?.placedToday !== true
  const [form, setForm] = useState<Form>(() => ({ ...datesOf(entry, startDays, today), scope: 'one', reason: null, note: '' }))
  const change = (part: Partial<Form>) => setForm(before => ({ ...before, ...part }))
  const draft = useDraft({
    key: `recovery-replan:${entry.id}`, route: { screen: 'case', caseId: entry.caseId, open: { form: 'replan', entryId: entry.id, days: startDays } }, title: `Re-plan: ${entry.label}`, values: form, basedOn: entry.version,
    restore: values => setForm(before => Form.safeParse(values).data ?? before),
  })
  const replan = useReplan()
  const later = rowsToShift(recovery.entries, entry.id)
  const days = movedBy(entry, form.on)
  const shift = (by: NumberEntry) => {
    if (typeof by === 'number') change(datesOf(entry, by, today))
  }
  const close = async () => {
    await draft.discard()
    onClose()
  }
  const save = async () => {
    if (!(await replan.save({ entry, version: draft.basedOn, dates: form, later, days, needsReason, scope: form.scope, reason: form.reason, note: form.note }))) return
    await draft.finish()
    onClose()
  }
  // The keys that opened the dialog go on working in it: Alt and an arrow moves by one more day.
  useHotkeys(['alt+left', 'alt+right'], event => shift((days ?? 0) + (event.key === 'ArrowRight' ? 1 : -1)), { inModal: true })
  const { errors } = replan
  const fixed = form.scope === 'later'
  return (
    <Dialog
      open title={`Re-plan: ${entry.label}`} size="medium" busy={replan.isSaving} dirty={form.note.trim() !== '' || form.reason !== null} onClose={() => void close()} onSubmit={() => void save()}
      sub={entry.planned === 'no-date' ? 'No date so far.' : `Now ${windowWords(entry.planned, today)}. The first plan stays on record.`}
      actions={<DialogButtons primary="Save new dates" onCancel={() => void close()} busy={replan.isSaving} />}
    >
      <div className={s['stack']}>
        <DraftBar draft={draft} />
        {entry.planned !== 'no-date' && <FieldRow columns="1fr 2fr"><NumberField label="Move by" autoFocus unit="days" min={-365} max={365} value={days} error={errors['days']} hint="Alt ← → moves by a day" onChange={shift} /></FieldRow>}
        <FieldRow columns="1fr 1fr 1fr">
          <DateField label="First day" required disabled={fixed} value={form.from} onChange={from => change({ from })} />
          <DateField label="Expected" required disabled={fixed} value={form.on} onChange={on => change({ on })} />
          <DateField label="Last day" required disabled={fixed} value={form.to} error={errors['planned']} onChange={to => change({ to })} />
        </FieldRow>
        {later.length > 1 && (
          <RadioField
            label="What moves" value={form.scope} onChange={scope => change({ scope: scope === 'later' ? 'later' : 'one' })}
            options={[{ value: 'one', label: 'This entry only' }, { value: 'later', label: `This and the ${later.length - 1} later open rows`, hint: 'One reason, one undo' }]}
          />
        )}
        <SelectField label={needsReason ? 'Reason' : 'Reason (not needed today: the plan was placed today)'} required={needsReason} placeholder="Choose…" options={reasonOptions} value={form.reason} error={errors['reason']} onChange={reason => change({ reason: isReason(reason) ? reason : null })} />
        <TextField label="Note" value={form.note} maxLength={1000} error={errors['note']} onChange={note => change({ note })} />
      </div>
    </Dialog>
  )
}

function datesOf({ planned }: EntryView, days: number, today: PlainDate): Pick<Form, 'from' | 'on' | 'to'> {
  const moved = shiftWindow(planned, days)
  return moved === 'no-date' ? { from: today, on: today, to: today } : moved
}

function movedBy({ planned }: EntryView, on: DateEntry): number | null {
  return planned === 'no-date' || on === null || on === 'unknown' || on === 'invalid' ? null : daysBetween(planned.on, on)
}
