import { useState } from 'react'
import { z } from 'zod'
import type { CaseRecovery, EntryView } from '#shared/contract/recovery.ts'
import { rowsToShift } from '#shared/domain/recovery/rows-to-shift.ts'
import { shiftWindow } from '#shared/domain/recovery/shift-window.ts'
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
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

const Typed = z.strictObject({ scope: z.literal(['one', 'later']), reason: z.union([z.null(), z.string()]), note: z.string() })
type Typed = z.output<typeof Typed>
interface Dates {
  readonly from: DateEntry
  readonly on: DateEntry
  readonly to: DateEntry
}

/** New days for one entry, or for it and everything open that comes later; with a reason, unless the plan was placed today. The first plan stays. */
export function ReplanDialog({ entry, recovery, startDays, onClose }: ReplanDialogProps) {
  const { today } = useFacility()
  const timeline = recovery.timelines.find(({ id }) => id === entry.timelineId)
  const needsReason = timeline?.placedToday !== true
  const [dates, setDates] = useState<Dates>(() => datesOf(entry, startDays, today))
  const [typed, setTyped] = useState<Typed>({ scope: 'one', reason: null, note: '' })
  const draft = useDraft({ key: `recovery-replan:${entry.id}`, route: { screen: 'case', caseId: entry.caseId }, title: `Re-plan: ${entry.label}`, values: typed, restore: values => setTyped(before => Typed.safeParse(values).data ?? before) })
  const replan = useReplan()
  const later = rowsToShift(recovery.entries, entry.id)
  const days = movedBy(entry, dates.on)
  const shift = (by: NumberEntry) => {
    if (typeof by === 'number') setDates(datesOf(entry, by, today))
  }
  const close = async () => {
    await draft.discard()
    onClose()
  }
  const save = async () => {
    if (!(await replan.save({ entry, dates, later, days, needsReason, ...typed }))) return
    await draft.finish()
    onClose()
  }
  // The keys that opened the dialog go on working in it: Alt and an arrow moves by one more day.
  useHotkeys(['alt+left', 'alt+right'], event => shift((days ?? 0) + (event.key === 'ArrowRight' ? 1 : -1)))
  const { errors } = replan
  const fixed = typed.scope === 'later'
  return (
    <Dialog
      open title={`Re-plan: ${entry.label}`} size="medium" busy={replan.isSaving} dirty={typed.note.trim() !== ''} onClose={() => void close()} onSubmit={() => void save()}
      sub={entry.planned === 'no-date' ? 'No date so far.' : `Now ${windowWords(entry.planned, today)}. The first plan stays on record.`}
      actions={<DialogButtons primary="Save new dates" onCancel={() => void close()} busy={replan.isSaving} />}
    >
      <div className={s['stack']}>
        {entry.planned !== 'no-date' && <FieldRow columns="1fr 2fr"><NumberField label="Move by" autoFocus unit="days" min={-365} max={365} value={days} error={errors['days']} hint="Alt ← → moves by a day" onChange={shift} /></FieldRow>}
        <FieldRow columns="1fr 1fr 1fr">
          <DateField label="First day" required disabled={fixed} value={dates.from} onChange={from => setDates({ ...dates, from })} />
          <DateField label="Expected" required disabled={fixed} value={dates.on} onChange={on => setDates({ ...dates, on })} />
          <DateField label="Last day" required disabled={fixed} value={dates.to} error={errors['planned']} onChange={to => setDates({ ...dates, to })} />
        </FieldRow>
        {later.length > 1 && (
          <RadioField
            label="What moves" value={typed.scope} onChange={scope => setTyped({ ...typed, scope: scope === 'later' ? 'later' : 'one' })}
            options={[{ value: 'one', label: 'This entry only' }, { value: 'later', label: `This and the ${later.length - 1} later open rows`, hint: 'One reason, one undo' }]}
          />
        )}
        <SelectField label={needsReason ? 'Reason' : 'Reason (not needed today: the plan was placed today)'} required={needsReason} placeholder="Choose…" options={reasonOptions} value={typed.reason} error={errors['reason']} onChange={reason => setTyped({ ...typed, reason: isReason(reason) ? reason : null })} />
        <TextField label="Note" value={typed.note} maxLength={1000} error={errors['note']} onChange={note => setTyped({ ...typed, note })} />
      </div>
    </Dialog>
  )
}

function datesOf({ planned }: EntryView, days: number, today: PlainDate): Dates {
  const moved = shiftWindow(planned, days)
  return moved === 'no-date' ? { from: today, on: today, to: today } : moved
}

function movedBy({ planned }: EntryView, on: DateEntry): number | null {
  return planned === 'no-date' || on === null || on === 'unknown' || on === 'invalid' ? null : daysBetween(planned.on, on)
}
