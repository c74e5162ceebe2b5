import { useState } from 'react'
import { z } from 'zod'
import { ContactKind } from '#shared/contract/notes.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import type { OverlayProps } from '#renderer/app/screen.ts'
import { useDraft } from '#renderer/app/use-draft.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { DayEntry } from '#renderer/ui/day-entry.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { AboutField } from './about-field.tsx'
import { AboutChoice, type CaptureAbout } from './capture-about.ts'
import { contactKindWords, directionWords } from './capture-words.ts'
import { useCaptureAbout } from './use-capture-about.ts'

const Minutes = z.union([z.number(), z.null(), z.literal('unknown'), z.literal('invalid')])
const Values = z.object({
  about: AboutChoice, kind: ContactKind, direction: z.literal(['in', 'out']), withWhom: z.string(), organization: z.string(), referenceNumber: z.string(), minutes: Minutes, summary: z.string(), callBackOn: DayEntry,
})
type Values = z.output<typeof Values>

const orUnknown = (text: string) => (text.trim() === '' ? 'unknown' : text)

/** One call, fax, letter, visit or meeting; a promised call back shows under Deadlines on its day. */
export function ContactCapture({ overlay, onClose }: OverlayProps<'contact'>) {
  const [values, setValues] = useState<Values>({ about: 'as-opened', kind: 'call', direction: 'out', withWhom: '', organization: '', referenceNumber: '', minutes: null, summary: '', callBackOn: null })
  const { about, isPending, isGiven } = useCaptureAbout(overlay, values.about)
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Values>) => setValues(before => ({ ...before, ...part }))
  const route = useRoute(s => s.route)
  const toasts = useToasts()
  const draft = useDraft({
    key: `contact:${overlay.caseId ?? overlay.patientId ?? 'any'}`, route, overlay, title: about === null ? 'Contact' : `Contact, ${about.label}`, values,
    restore: kept => { const known = Values.safeParse(kept); if (known.success) setValues(known.data) },
  })
  const save = useCommand('notes.addContact', {
    onDone: (_, { contact }) => { void draft.finish(); toasts.show({ tone: 'ok', title: contact.callBackOn === 'none' ? 'Contact recorded' : 'Contact recorded, call back planned' }); onClose() },
  })
  const problems = problemsOf(values, isPending ? 'pending' : about)
  const submit = () => {
    setTried(true)
    if (about === null || Object.values(problems).some(problem => problem !== undefined) || values.minutes === 'invalid' || values.callBackOn === 'invalid') return
    void save.run({
      patientId: about.patientId, caseId: about.caseId,
      contact: {
        kind: values.kind, direction: values.direction, withWhom: orUnknown(values.withWhom), organization: orUnknown(values.organization), referenceNumber: orUnknown(values.referenceNumber), minutes: values.minutes ?? 'unknown',
        summary: values.summary, callBackOn: values.callBackOn === null || values.callBackOn === 'unknown' ? 'none' : values.callBackOn,
      },
    })
  }
  // A dialog gives focus to its first field: opened about a record, that is what happened, not whom it is about.
  const whom = <AboutField value={about} onChange={next => set({ about: next })} required error={tried ? problems.about : undefined} />
  return (
    <Dialog open title="Contact" size="medium" onClose={onClose} onSubmit={submit} busy={save.isRunning} actions={<DialogButtons primary="Save contact" onCancel={onClose} busy={save.isRunning} />}>
      <DraftBar draft={draft} />
      {!isGiven && whom}
      <FieldRow columns="1fr 1fr 2fr">
        <SelectField label="Kind" value={values.kind} onChange={kind => set({ kind: ContactKind.parse(kind) })} options={[...ContactKind.values].map(kind => ({ value: kind, label: contactKindWords[kind] }))} />
        <SelectField label="Direction" value={values.direction} onChange={direction => set({ direction: direction === 'in' ? 'in' : 'out' })} options={[{ value: 'out', label: directionWords.out }, { value: 'in', label: directionWords.in }]} />
        <TextField label="With whom" value={values.withWhom} onChange={withWhom => set({ withWhom })} />
      </FieldRow>
      <TextAreaField label="What was said" rows={3} value={values.summary} onChange={summary => set({ summary })} error={tried ? problems.summary : undefined} required />
      <FieldRow columns="2fr 1.4fr 1fr 1.4fr">
        <TextField label="Organization" value={values.organization} onChange={organization => set({ organization })} />
        <TextField label="Reference number" value={values.referenceNumber} onChange={referenceNumber => set({ referenceNumber })} num />
        <NumberField label="Minutes" value={values.minutes} onChange={minutes => set({ minutes })} min={0} max={1440} error={tried ? problems.minutes : undefined} />
        <DateField label="Call back on" value={values.callBackOn} onChange={callBackOn => set({ callBackOn })} error={tried ? problems.callBackOn : undefined} />
      </FieldRow>
      {isGiven && whom}
    </Dialog>
  )
}

function problemsOf(values: Values, about: CaptureAbout | null | 'pending') {
  return {
    about: about === null ? 'Choose whom it is about.' : undefined,
    summary: values.summary.trim() === '' ? 'Write what was said.' : undefined,
    minutes: values.minutes === 'invalid' ? 'Whole minutes.' : undefined,
    callBackOn: values.callBackOn === 'invalid' ? 'This is not a day.' : undefined,
  }
}
