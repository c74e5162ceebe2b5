import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Task } from '#shared/contract/notes.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import { useDraft } from '#renderer/app/use-draft.ts'
import { useColleagues } from '#renderer/app/use-facility-facts.ts'
import { useMay, useSignedIn } from '#renderer/app/use-signed-in.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { TaskList } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { editOfForm, formOfTask, TaskForm } from './task-form.ts'
import s from './tasks.module.css'

interface TaskDialogProps {
  readonly task: Task
  /** The list it stands in: where an unfinished correction leads back to. */
  readonly list: TaskList
  readonly onClose: () => void
}

/** One task: corrected, finished, dropped or opened again. */
export function TaskDialog({ task, list, onClose }: TaskDialogProps) {
  const [form, setForm] = useState(() => formOfTask(task))
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const mayWrite = useMay('notes.write')
  const draft = useDraft({
    key: `task-edit:${task.id}`, route: { screen: 'today', tasks: { ...list, opened: task.id } }, title: `Task: ${task.title}`, values: form, basedOn: task.version,
    restore: kept => { const known = TaskForm.safeParse(kept); if (known.success) setForm(known.data) },
  })
  const close = () => void draft.finish().then(onClose)
  const save = useCommand('notes.editTask', { errors: 'inline', onDone: close })
  const submit = () => {
    const result = editOfForm(form, task.id, draft.basedOn)
    setProblems('problems' in result ? result.problems : {})
    if ('edit' in result) void save.run(result.edit)
  }
  const patch = (change: Partial<TaskForm>) => setForm({ ...form, ...change })
  const open = task.status === 'open'
  return (
    <Dialog open title={open ? 'Task' : task.status === 'done' ? 'Task, done' : 'Task, dropped'} onClose={onClose} busy={save.isRunning} onSubmit={open && mayWrite ? submit : undefined}
      actions={<>{mayWrite && <TaskSteps task={task} onDone={close} />}{open && mayWrite && <DialogButtons primary="Save task" onCancel={onClose} busy={save.isRunning} />}</>}>
      <div className={s['stack']}>
        <DraftBar draft={draft} />
        {save.error !== null && <Banner tone="bad" title="Nothing was saved">{save.error.message}</Banner>}
        <AboutLine task={task} />
        <TextField label="Task" value={form.title} onChange={title => patch({ title })} error={problems['title']} maxLength={200} required disabled={!open} autoFocus />
        <FieldRow columns="1.5fr 0.8fr 1.3fr">
          <DateField label="Due" value={form.dueOn} onChange={dueOn => patch({ dueOn })} error={problems['dueOn']} hint="t, t+2, 11/24" disabled={!open} />
          <TimeField label="At (optional)" value={form.dueTime} onChange={dueTime => patch({ dueTime })} error={problems['dueTime']} disabled={!open} />
          <OwnerField value={form.assignedTo} onChange={assignedTo => patch({ assignedTo })} disabled={!open} />
        </FieldRow>
      </div>
    </Dialog>
  )
}

function OwnerField({ value, onChange, disabled }: { readonly value: string | null; readonly onChange: (value: string | null) => void; readonly disabled: boolean }) {
  const me = useSignedIn()
  const people = useColleagues().filter(person => person.active || person.personId === value)
  const options = [...people.map(({ personId, name }) => ({ value: personId, label: personId === me.personId ? `${name} (me)` : name })), { value: 'nobody', label: 'Whoever is free' }]
  return <SelectField label="For" value={value} required onChange={onChange} options={options} disabled={disabled} />
}

/** Whom it is about, and the way there. */
function AboutLine({ task }: { readonly task: Task }) {
  const go = useRoute(state => state.go)
  const { caseId, patientId } = task
  if (patientId === 'none') return <p className={s['about']}>About no patient.</p>
  const open = () => go(caseId === 'none' ? { screen: 'patient', patientId } : { screen: 'case', caseId })
  return <p className={s['about']}>About {task.patientName} <Button size="small" onClick={open}>{caseId === 'none' ? 'Open the patient' : 'Open the case'}</Button></p>
}

/** Done, dropped, or open again; each can be taken back. */
function TaskSteps({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const toasts = useToasts()
  const save = useCommand('notes.setTaskStatus')
  const set = async (status: Task['status'], words: string) => {
    const saved = await save.run({ taskId: task.id, expectedVersion: task.version, status })
    if (saved === null) return
    toasts.undo(`${words}: ${task.title}`, () => void save.run({ taskId: task.id, expectedVersion: saved.version, status: task.status }))
    onDone()
  }
  return (
    <span className={s['spread']}>
      {task.status === 'open' && <Button size="small" disabled={save.isRunning} onClick={() => void set('done', 'Done')}>Mark done</Button>}
      {task.status === 'open' && <Button size="small" disabled={save.isRunning} onClick={() => void set('dropped', 'Dropped')}>Drop the task</Button>}
      {task.status !== 'open' && <Button size="small" appearance="primary" disabled={save.isRunning} onClick={() => void set('open', 'Open again')}>Open again</Button>}
    </span>
  )
}
