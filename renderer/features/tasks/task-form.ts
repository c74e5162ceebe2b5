import { z } from 'zod'
import type { Input } from '#shared/contract/index.ts'
import type { Task } from '#shared/contract/notes.ts'
import { PersonId } from '#shared/model/ids.ts'
import { DayEntry } from '#renderer/ui/day-entry.ts'

/** A task as typed. */
export const TaskForm = z.object({ title: z.string(), dueOn: DayEntry, dueTime: z.string().nullable(), assignedTo: z.string().nullable() })
export type TaskForm = z.output<typeof TaskForm>

/** What the form begins with. */
export const formOfTask = (task: Task): TaskForm => ({
  title: task.title, dueOn: task.dueOn === 'unknown' ? null : task.dueOn, dueTime: task.dueTime === 'unknown' ? null : task.dueTime, assignedTo: task.assignedToId,
})

/** What the core gets, or what is wrong by field. */
export function editOfForm({ title, dueOn, dueTime, assignedTo }: TaskForm, taskId: Task['id'], version: number): { readonly edit: Input<'notes.editTask'> } | { readonly problems: Readonly<Record<string, string>> } {
  if (title.trim() === '' || dueOn === 'invalid' || dueTime === 'invalid') {
    return {
      problems: {
        ...(title.trim() === '' && { title: 'Say what is to be done.' }),
        ...(dueOn === 'invalid' && { dueOn: 'This is not a day of the calendar.' }),
        ...(dueTime === 'invalid' && { dueTime: 'A time such as 14:30.' }),
      },
    }
  }
  const owner = PersonId.safeParse(assignedTo)
  return { edit: { taskId, expectedVersion: version, title, dueOn: dueOn ?? 'unknown', dueTime: dueTime ?? 'unknown', assignedToId: owner.success ? owner.data : 'nobody' } }
}
