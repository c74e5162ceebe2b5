import { useState } from 'react'
import { z } from 'zod'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import type { OverlayProps } from '#renderer/app/screen.ts'
import { useDraft } from '#renderer/app/use-draft.ts'
import { useColleagues } from '#renderer/app/use-facility-facts.ts'
import { useSignedIn } from '#renderer/app/use-signed-in.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { DayEntry } from '#renderer/ui/day-entry.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { AboutField } from './about-field.tsx'
import { AboutChoice } from './capture-about.ts'
import { useCaptureAbout } from './use-capture-about.ts'

const Values = z.object({ about: AboutChoice, title: z.string(), dueOn: DayEntry, dueTime: z.string().nullable(), assignedTo: z.string().nullable() })
type Values = z.output<typeof Values>

/** A task with a due day from anywhere; it shows under Deadlines on that day. */
export function TaskCapture({ overlay, onClose }: OverlayProps<'task'>) {
  const { today } = useFacility()
  const me = useSignedIn()
  const colleagues = useColleagues()
  const [values, setValues] = useState<Values>({ about: 'as-opened', title: '', dueOn: today, dueTime: null, assignedTo: me.personId })
  const { about, isPending } = useCaptureAbout(overlay, values.about)
  const [tried, setTried] = useState(false)
  const route = useRoute(s => s.route)
  const toasts = useToasts()
  const draft = useDraft({
    key: `task:${overlay.caseId ?? overlay.patientId ?? 'any'}`, route, overlay, title: values.title === '' ? 'Task' : `Task: ${values.title}`, values,
    restore: kept => { const known = Values.safeParse(kept); if (known.success) setValues(known.data) },
  })
  const save = useCommand('notes.addTask', { onDone: () => { void draft.finish(); toasts.show({ tone: 'ok', title: 'Task added' }); onClose() } })
  const problems = {
    title: values.title.trim() === '' ? 'Say what is to be done.' : undefined,
    dueOn: values.dueOn === 'invalid' ? 'This is not a day.' : undefined,
    dueTime: values.dueTime === 'invalid' ? 'A time such as 14:30.' : undefined,
  }
  const submit = () => {
    setTried(true)
    if (isPending || problems.title !== undefined || values.dueOn === 'invalid' || values.dueTime === 'invalid') return
    const owner = colleagues.find(person => person.personId === values.assignedTo)
    void save.run({
      patientId: about?.patientId ?? 'none', caseId: about?.caseId ?? 'none', title: values.title, dueOn: values.dueOn ?? 'unknown', dueTime: values.dueTime ?? 'unknown',
      assignedToId: values.assignedTo === me.personId ? 'me' : owner?.personId ?? 'nobody',
    })
  }
  return (
    <Dialog open title="Task" size="medium" onClose={onClose} onSubmit={submit} busy={save.isRunning} actions={<DialogButtons primary="Add task" onCancel={onClose} busy={save.isRunning} />}>
      <DraftBar draft={draft} />
      <TextField label="Task" value={values.title} onChange={title => setValues({ ...values, title })} error={tried ? problems.title : undefined} maxLength={200} required autoFocus />
      <FieldRow columns="1.5fr 0.8fr 1.2fr">
        <DateField label="Due" value={values.dueOn} onChange={dueOn => setValues({ ...values, dueOn })} error={tried ? problems.dueOn : undefined} hint="t, t+2, 11/24" />
        <TimeField label="At (optional)" value={values.dueTime} onChange={dueTime => setValues({ ...values, dueTime })} error={tried ? problems.dueTime : undefined} />
        <SelectField label="For" value={values.assignedTo} onChange={assignedTo => setValues({ ...values, assignedTo })} options={[...colleagues.filter(person => person.active).map(person => ({ value: person.personId, label: person.personId === me.personId ? `${person.name} (me)` : person.name })), { value: 'nobody', label: 'Whoever is free' }]} />
      </FieldRow>
      <AboutField value={about} onChange={next => setValues({ ...values, about: next })} />
    </Dialog>
  )
}
