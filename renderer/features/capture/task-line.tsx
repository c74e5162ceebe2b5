import type { Task } from '#shared/contract/notes.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { CheckField } from '#renderer/ui/choice-fields.tsx'
import { Day } from '#renderer/ui/day.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import styles from './capture.module.css'

/** A task with its tick; a tick set by mistake is taken back from the toast or by clearing it. */
export function TaskLine({ task }: { readonly task: Task }) {
  const mayWrite = useMay('notes.write')
  const toasts = useToasts()
  const save = useCommand('notes.setTaskStatus')
  const set = async (done: boolean) => {
    const saved = await save.run({ taskId: task.id, expectedVersion: task.version, status: done ? 'done' : 'open' })
    if (saved !== null && done) toasts.undo(`Done: ${task.title}`, () => void save.run({ taskId: task.id, expectedVersion: saved.version, status: 'open' }))
  }
  return (
    <li className={styles['line']}>
      <CheckField label={task.title} value={task.status === 'done'} onChange={done => void set(done)} disabled={!mayWrite || save.isRunning} />
      <p className={styles['by']}>
        {task.status === 'open' && task.dueOn !== 'unknown' ? <Day value={task.dueOn} format="due" /> : task.status === 'open' ? 'No due day' : task.status === 'done' ? 'Done' : 'Dropped'}
        {task.assignedToName !== 'nobody' && <> · {task.assignedToName}</>}
      </p>
    </li>
  )
}
