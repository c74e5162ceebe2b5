import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { EntryView } from '#shared/contract/recovery.ts'
import type { TimelineView } from '#shared/contract/recovery.ts'
import type { EntryStatus } from '#shared/model/timeline.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import { useDraft } from '#renderer/app/use-draft.ts'
import { CheckField, RadioField } from '#renderer/ui/choice-fields.tsx'
import { DateField, type DateEntry } from '#renderer/ui/date-field.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { FieldRow, FormSection } from '#renderer/ui/form-layout.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import s from './dialogs.module.css'
import { EntryFacts } from './entry-facts.tsx'
import { EntryForm } from './entry-form.ts'
import { domainNames, kindNames } from './recovery-words.ts'
import { useSaveEntry } from './use-save-entry.ts'

interface EntryDialogProps {
  readonly entry: EntryView
  readonly timeline: TimelineView | undefined
  readonly mayWrite: boolean
  readonly onReplan: () => void
  readonly onClose: () => void
}

/** Everything about one entry: how it stands and where its figure comes from, its mark, and its words for the patient. */
export function EntryDialog({ entry, timeline, mayWrite, onReplan, onClose }: EntryDialogProps) {
  const { today } = useFacility()
  const [form, setForm] = useState<EntryForm>(() => EntryForm.of(entry, today))
  const draft = useDraft({ key: `recovery-entry:${entry.id}`, route: { screen: 'case', caseId: entry.caseId, open: { form: 'entry', entryId: entry.id } }, title: entry.label, values: form, basedOn: entry.version, restore: values => setForm(EntryForm.restored(values, entry, today)) })
  const saving = useSaveEntry(entry, draft.basedOn)
  const change = (part: Partial<EntryForm>) => setForm(before => ({ ...before, ...part }))
  const save = async () => {
    if (!(await saving.save(form))) return
    await draft.finish()
    onClose()
  }
  const cancel = async () => {
    await draft.discard()
    onClose()
  }
  const changed = EntryForm.changed(form, entry, today)
  const mayReplan = mayWrite && entry.status === 'open' && entry.rule === 'none'
  const buttons = mayWrite ? <DialogButtons primary="Save" onCancel={() => void cancel()} busy={saving.isSaving} disabled={!changed} /> : <Button size="small" onClick={onClose}>Close</Button>
  return (
    <Dialog
      open title={entry.label} sub={`${kindNames[entry.kind]} · ${domainNames[entry.domain]}`} size="medium" dirty={changed} busy={saving.isSaving} onClose={() => void cancel()}
      {...(mayWrite ? { onSubmit: () => void save() } : {})}
      actions={<>{mayReplan && <Button size="small" onClick={onReplan}>Re-plan…</Button>}{buttons}</>}
    >
      <div className={s['entry']}>
        <DraftBar draft={draft} />
        <EntryFacts entry={entry} timeline={timeline} />
        {mayWrite && <MarkFields entry={entry} form={form} errors={saving.errors} onChange={change} />}
        {mayWrite && <PatientWords entry={entry} form={form} error={saving.errors['text']} onChange={change} />}
      </div>
    </Dialog>
  )
}

interface PartProps {
  readonly entry: EntryView
  readonly form: EntryForm
  readonly onChange: (part: Partial<EntryForm>) => void
}

function MarkFields({ entry, form, errors, onChange }: PartProps & { readonly errors: Readonly<Record<string, string>> }) {
  const { today } = useFacility()
  const options = entry.kind === 'milestone' ? milestoneMarks : spanMarks
  const choose = (value: string) => {
    const chosen = options.find(option => option.value === value)
    if (chosen !== undefined) onChange({ status: chosen.value })
  }
  return (
    <FormSection title="Mark">
      <RadioField label="Status" labelHidden layout="row" value={form.status} options={options} onChange={choose} />
      {form.status === 'reached' && <FieldRow columns="1fr 1fr"><DateField label="Reached on" required value={form.on} max={today} error={errors['on']} onChange={(on: DateEntry) => onChange({ on })} /></FieldRow>}
      {form.status === 'not-applicable' && <TextField label="Why it does not apply" required value={form.reason} maxLength={200} error={errors['reason']} onChange={reason => onChange({ reason })} />}
      {(form.status === 'reached' || form.status === 'missed') && <TextAreaField label="Note" rows={2} value={form.note} error={errors['note']} onChange={value => onChange({ note: value === 'unknown' ? '' : value })} />}
    </FormSection>
  )
}

function PatientWords({ entry, form, error, onChange }: PartProps & { readonly error: string | undefined }) {
  if (entry.neverPatientPrint) return <FormSection title="Words for the patient" hint="This entry is never printed for a patient."><span /></FormSection>
  return (
    <FormSection title="Words for the patient" hint="Plain words, as they will stand on “My recovery plan”. Printed only when reviewed.">
      <TextField label="Wording" labelHidden placeholder="For example: You can walk with a walker" value={form.text} maxLength={200} error={error} onChange={text => onChange({ text, reviewed: false })} />
      <CheckField label="Reviewed: may be printed for the patient" value={form.reviewed} disabled={form.text.trim() === ''} onChange={reviewed => onChange({ reviewed })} />
    </FormSection>
  )
}

const milestoneMarks: readonly { readonly value: EntryStatus; readonly label: string }[] = [
  { value: 'open', label: 'Open' }, { value: 'reached', label: 'Reached' }, { value: 'missed', label: 'Missed' }, { value: 'not-applicable', label: 'Not applicable' },
]
const spanMarks = milestoneMarks.filter(({ value }) => value === 'open' || value === 'not-applicable')
